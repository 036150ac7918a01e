using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>
/// Loads analyzers and generators, those of each folder apart from the others.
/// They are read into memory: a file that is in use could not be built anew.
/// </summary>
internal sealed class AnalyzerLoader : IAnalyzerAssemblyLoader
{
    private static readonly ImmutableHashSet<string> Host = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, string> _pathByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, FolderContext> _contexts = new(StringComparer.Ordinal);

    public void AddDependencyLocation(string fullPath) => _pathByName.TryAdd(Path.GetFileNameWithoutExtension(fullPath), fullPath);

    public Assembly LoadFromPath(string fullPath)
    {
        var folder = Path.GetDirectoryName(fullPath)!;
        return _contexts.GetOrAdd(folder, key => new FolderContext(this, key)).Read(fullPath);
    }

    // An analyzer shares the host's compiler: its types would not be ours otherwise.
    private static bool IsShared(string name) => Host.Contains(name)
        && (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.OrdinalIgnoreCase) || name.StartsWith("System.", StringComparison.OrdinalIgnoreCase) || name is "System" or "netstandard" or "mscorlib");

    private sealed class FolderContext(AnalyzerLoader loader, string folder) : AssemblyLoadContext(name: null)
    {
        private readonly ConcurrentDictionary<string, Lazy<Assembly>> _assemblies = new(StringComparer.Ordinal);

        public Assembly Read(string path) => _assemblies.GetOrAdd(path, key => new Lazy<Assembly>(() =>
        {
            using var stream = new MemoryStream(File.ReadAllBytes(key), writable: false);
            return LoadFromStream(stream);
        })).Value;

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name is not { } name || IsShared(name))
            {
                return null;
            }

            var own = Path.Combine(folder, assemblyName.CultureName ?? "", name + ".dll");
            return File.Exists(own) ? Read(own)
                : loader._pathByName.TryGetValue(name, out var path) ? loader.LoadFromPath(path)
                : null;
        }
    }
}
