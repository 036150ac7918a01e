using Websopy.SemanticKernel.CodeIntelligence;

namespace Microsoft.SemanticKernel;

/// <summary>Gives a kernel the tools over a C# solution.</summary>
public static class CSharpCodePluginExtensions
{
    /// <summary>Adds the tools over a C# solution as the plugin <c>code</c>. The solution opens behind, and the first call waits for it.</summary>
    /// <param name="plugins">The kernel's plugins.</param>
    /// <param name="solutionPath">A .sln, .slnx or .csproj file, or a folder that holds one.</param>
    /// <param name="options">How to open it; null for the defaults, with which a kernel only reads, since there is nobody to approve a change.</param>
    /// <returns>The solution, to be disposed when the kernel is no longer used.</returns>
    /// <exception cref="CodeException">There is no solution at the path, or several.</exception>
    public static CSharpCode AddCSharpCode(this ICollection<KernelPlugin> plugins, string solutionPath, CSharpCodeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        var code = CSharpCode.Begin(solutionPath, options);
        plugins.Add(code.AsKernelPlugin());
        return code;
    }
}
