using System.Reflection;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>The files under Sources, which are compiled while the tests run.</summary>
internal static class Sources
{
    /// <summary>The files of a folder.</summary>
    public static IEnumerable<SourceFile> Named(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Differential/{folder}/";
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => new SourceFile(name, Read(assembly, name)));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
