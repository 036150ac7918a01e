using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CommitProgram;

// Arguments: the solution's folder and the journal's. Each round takes the files one version up, and every third takes one back.
var files = new VersionedFiles(new SolutionFolder(args[0]));
var version = files.CommonVersion();
var journal = await ChangeJournal.OpenAsync(files.Folder, args[1], TimeProvider.System, CancellationToken.None);
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
    // By then everything is compiled, and what follows is spent on the files.
    if (round == 3) Console.WriteLine("ready");
}
