namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>The runner as a program on disk, compiled from the sources that this assembly carries, so that the package need not bring a second program.</summary>
internal sealed class RunnerFiles : IDisposable
{
    public const string ProgramName = "runner.dll";

    private readonly byte[] _program;
    private readonly string _configuration;
    private readonly Lock _lock = new();
    private string? _folder;

    public RunnerFiles(ScriptCompiler compiler, InstalledRuntime runtime, CancellationToken cancellationToken)
    {
        var assembly = typeof(RunnerFiles).Assembly;
        var trees = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Runner/", StringComparison.Ordinal)).Select(name =>
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            return ScriptCompiler.Parse(reader.ReadToEnd(), name);
        });
        _program = compiler.Compile("runner", trees, cancellationToken).Assembly;
        _configuration = runtime.Configuration();
    }

    /// <summary>The folder that holds the program, which only this user can read. Whoever tidies temporary files may have deleted it.</summary>
    public string EnsureWritten()
    {
        lock (_lock)
        {
            if (_folder is not null && File.Exists(Path.Combine(_folder, ProgramName)))
                return _folder;
            _folder = Directory.CreateTempSubdirectory("script-runner-").FullName;
            File.WriteAllText(Path.Combine(_folder, Path.ChangeExtension(ProgramName, ".runtimeconfig.json")), _configuration);
            File.WriteAllBytes(Path.Combine(_folder, ProgramName), _program);
            return _folder;
        }
    }

    public void Dispose()
    {
        if (_folder is not null && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
