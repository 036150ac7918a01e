using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CommitProgram;

// Arguments: a solution's folder and its journal's, and again. All of them are changed at the same time, so that one end of
// the process meets each at another point.
var compiled = new CountdownEvent(args.Length / 2);
var tasks = args.Chunk(2).Select(pair => Task.Run(() => ChangeAsync(pair[0], pair[1]))).ToArray();
compiled.Wait();
Console.WriteLine("ready");
await Task.WhenAny(tasks).Unwrap();

// Takes the files one version up in each round, and in every third one back.
async Task ChangeAsync(string solution, string state)
{
    var files = new VersionedFiles(new SolutionFolder(solution));
    var version = files.CommonVersion();
    var journal = await ChangeJournal.OpenAsync(files.Folder, state, TimeProvider.System, CancellationToken.None);
    for (var round = 1; ; round++)
    {
        if (round % 3 == 0)
        {
            await journal.UndoAsync(CancellationToken.None);
            version--;
        }
        else
        {
            await journal.CommitAsync(files.From(version++), $"round {round}", CancellationToken.None);
        }
        // By now nearly everything is compiled, and the time goes into the files.
        if (round == 3) compiled.Signal();
    }
}
