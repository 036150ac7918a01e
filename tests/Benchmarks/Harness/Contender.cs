namespace Websopy.SemanticKernel.Benchmarks.Harness;

/// <summary>One way to do the work of a scenario.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="RunAsync">Does the work once, and throws where its outcome is wrong: a wrong answer has no speed.</param>
/// <param name="Floor">The contender it is compared with; <see langword="null"/> where it is a floor itself.</param>
internal sealed record Contender(string Name, Func<Task> RunAsync, Contender? Floor = null);
