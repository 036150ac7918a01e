using System.Globalization;
using System.Reflection;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts.Runner;

/// <summary>
/// The program inside the sandbox: gives up its rights, says that it is ready, waits for one script and runs it.
/// RunnerFiles compiles this folder's sources to a program of its own; here they are built for the analyzers' sake.
/// </summary>
internal static class ScriptRunner
{
    /// <summary>What it writes first, so that a sandbox which could not be set up is told from a script that fails.</summary>
    public const byte Ready = 0x06;

    /// <summary>As the runtime itself exits after an exception that nobody caught: 128 and SIGABRT.</summary>
    private const int UnhandledException = 134;

    public static int Main(string[] arguments)
    {
        var limits = Array.ConvertAll(arguments, argument => ulong.Parse(argument, CultureInfo.InvariantCulture));
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        // What a script needs first is made ready while nobody waits.
        Console.Out.Flush();
        Console.Error.Flush();
        Confinement.Apply(memoryBytes: limits[0], cpuSeconds: limits[1], fileBytes: limits[2], threads: limits[3]);
        output.WriteByte(Ready);
        output.Flush();

        var script = ReadBlock(input);
        var symbols = ReadBlock(input);
        if (script is null || symbols is null)
            return 0;
        try
        {
            return Run(Load(script, symbols).EntryPoint!);
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine("Unhandled exception. " + WithoutRunner(exception.ToString()));
            return UnhandledException;
        }
    }

    // From a file: the runtime loads bytes by way of memory that is shared and without a file, which the filter refuses.
    private static Assembly Load(byte[] script, byte[] symbols)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), ".script")).FullName;
        var file = Path.Combine(folder, "script.dll");
        File.WriteAllBytes(file, script);
        File.WriteAllBytes(Path.ChangeExtension(file, ".pdb"), symbols);
        return Assembly.LoadFile(file);
    }

    private static int Run(MethodInfo entry)
    {
        // A delegate, since calling by reflection would add frames to the stack that the script's author reads.
        var hasArguments = entry.GetParameters().Length > 0;
        if (entry.ReturnType == typeof(int))
            return hasArguments ? entry.CreateDelegate<Func<string[], int>>()([]) : entry.CreateDelegate<Func<int>>()();
        if (hasArguments)
            entry.CreateDelegate<Action<string[]>>()([]);
        else
            entry.CreateDelegate<Action>()();
        return Environment.ExitCode;
    }

    private static string WithoutRunner(string exception) =>
        string.Join('\n', exception.Split('\n').Where(line => !line.Contains(typeof(ScriptRunner).FullName!, StringComparison.Ordinal)));

    // Null where the input ends before: the host has gone, or has no script.
    private static byte[]? ReadBlock(Stream input)
    {
        var length = new byte[sizeof(int)];
        if (input.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
            return null;
        var block = new byte[BitConverter.ToInt32(length)];
        return input.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) < block.Length ? null : block;
    }
}
