namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>A test as its runner knows it.</summary>
/// <param name="Project">The path of the project's file.</param>
/// <param name="Class">The class that it runs in, with namespace, and a plus sign before a nested class.</param>
/// <param name="Name">The method's name.</param>
internal sealed record TestMethod(string Project, string Class, string Name)
{
    public string FullName => $"{Class}.{Name}";
}

/// <summary>The tests that can tell a change.</summary>
/// <param name="Tests">Tests to run.</param>
/// <param name="WholeProjects">Project files all of whose tests are to be run.</param>
/// <param name="Reason">Why there are such projects; null if there are none.</param>
internal sealed record TestSelection(IReadOnlyList<TestMethod> Tests, IReadOnlyList<string> WholeProjects, string? Reason);
