using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.CodeIntelligence;

namespace Websopy.SemanticKernel.Agent.Tests.Tools;

public sealed class ChangingToolsTests : IAsyncLifetime
{
    private readonly List<CodeApprovalRequest> _asked = [];
    private CodeApproval _answer = CodeApproval.Allow;
    private SmallSolution _solution = null!;
    private CSharpCode _code = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _solution = await SmallSolution.CreateAsync(Cancel);
        _code = await CSharpCode.OpenAsync(_solution.Path, new() { StateFolder = _solution.State, ApprovalHandler = AskAsync }, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _code.DisposeAsync();
        await _solution.DisposeAsync();
    }

    [Fact]
    public async Task Edit_SeveralFiles_AreOneTransactionThatUndoTakesBack()
    {
        var (greeter, program) = (_solution.Read("Lib/Greeter.cs"), _solution.Read("App/Program.cs"));

        var done = await _code.CallAsync("edit", """
            { "title": "Greet politely", "edits": [
              { "kind": "ReplaceMember", "path": "Lib/Greeter.cs", "member": "Greeter.Greet", "newText": "public string Greet(string title, string name) => $\"Hello, {title} {name}!\";" },
              { "kind": "ReplaceText", "path": "App/Program.cs", "oldText": "Greet(\"world\")", "newText": "Greet(\"dear\", \"world\")" },
              { "kind": "NewFile", "path": "Lib/Title.cs", "newText": "namespace Lib;\n\npublic enum Title { Dear }\n" } ] }
            """);

        Assert.StartsWith("Done: Greet politely.", done, StringComparison.Ordinal);
        Assert.Contains("no new errors", done, StringComparison.Ordinal);
        Assert.Contains("Greet(string title, string name)", _solution.Read("Lib/Greeter.cs"), StringComparison.Ordinal);
        Assert.Contains("<summary>Says hello.</summary>", _solution.Read("Lib/Greeter.cs"), StringComparison.Ordinal);
        Assert.Contains("Title { Dear }", _solution.Read("Lib/Title.cs"), StringComparison.Ordinal);
        var request = Assert.Single(_asked);
        Assert.Equal(["Lib/Greeter.cs", "App/Program.cs", "Lib/Title.cs"], request.Paths);
        Assert.Contains("+    public string Greet(string title, string name)", request.Details, StringComparison.Ordinal);

        var undone = await _code.CallAsync("undo");

        Assert.StartsWith("Taken back: Greet politely.", undone, StringComparison.Ordinal);
        Assert.Equal(greeter, _solution.Read("Lib/Greeter.cs"));
        Assert.Equal(program, _solution.Read("App/Program.cs"));
        Assert.False(File.Exists(Path.Combine(_solution.Folder, "Lib/Title.cs")));
    }

    [Fact]
    public async Task Edit_ThatBreaksAnotherProject_WritesNothingAndSaysWhere()
    {
        var before = _solution.Read("Lib/Greeter.cs");

        var answer = await _code.CallAsync("edit", """
            { "title": "Break it", "edits": [ { "kind": "ReplaceText", "path": "Lib/Greeter.cs", "oldText": "string name", "newText": "int name" } ] }
            """);

        Assert.StartsWith("CompileErrors: The change would not compile; nothing was written. 1 error:", answer, StringComparison.Ordinal);
        Assert.Contains("App/Program.cs:3:39 CS1503", answer, StringComparison.Ordinal);
        Assert.Equal(before, _solution.Read("Lib/Greeter.cs"));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Edit_AfterOneThatWasWritten_SeesIt()
    {
        await _code.CallAsync("edit", """
            { "title": "Add", "edits": [ { "kind": "InsertLast", "path": "Lib/Greeter.cs", "member": "Greeter", "newText": "public string Part() => \"Bye!\";" } ] }
            """);

        var answer = await _code.CallAsync("edit", """
            { "title": "Use", "edits": [ { "kind": "ReplaceText", "path": "App/Program.cs", "oldText": "Greet(\"world\")", "newText": "Part()" } ] }
            """);

        Assert.StartsWith("Done", answer, StringComparison.Ordinal);
        Assert.Contains("App/Program.cs", await _code.CallAsync("references", """{ "symbol": "Greeter.Part" }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_ThatIsDenied_WritesNothingAndTellsTheReason()
    {
        var before = _solution.Read("App/Program.cs");
        _answer = CodeApproval.Deny("the greeting is final");

        var answer = await _code.CallAsync("edit", """
            { "title": "Use", "edits": [ { "kind": "ReplaceText", "path": "App/Program.cs", "oldText": "world", "newText": "moon" } ] }
            """);

        Assert.Equal("NotApproved: The user did not allow this: the greeting is final", answer);
        Assert.Equal(before, _solution.Read("App/Program.cs"));
    }

    [Fact]
    public async Task Edit_OfAFileThatChangedSinceItWasRead_IsRefused()
    {
        await _code.CallAsync("read", """{ "target": "App/Program.cs" }""");
        _solution.Write("App/Program.cs", "using Lib;\n\nConsole.WriteLine(new Greeter().Greet(\"somebody else's world\"));\n");

        var answer = await _code.CallAsync("edit", """
            { "title": "Use", "edits": [ { "kind": "ReplaceText", "path": "App/Program.cs", "oldText": "world", "newText": "moon" } ] }
            """);

        Assert.StartsWith("StaleFile: App/Program.cs was changed by somebody else", answer, StringComparison.Ordinal);
        Assert.Contains("somebody else's world", _solution.Read("App/Program.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfAFileThatChangesWhileItIsAskedFor_IsMadeAgainAndAskedForAgain()
    {
        _answer = CodeApproval.Allow;
        var touched = false;
        await ReopenAsync(new()
        {
            StateFolder = _solution.State,
            ApprovalHandler = (request, _) =>
            {
                _asked.Add(request);
                if (!touched)
                    _solution.Write("App/Program.cs", "using Lib;\n\nConsole.WriteLine(new Greeter().Greet(\"wide world\"));\n");
                touched = true;
                return ValueTask.FromResult(CodeApproval.Allow);
            },
        });

        var answer = await _code.CallAsync("edit", """
            { "title": "Use", "edits": [ { "kind": "ReplaceText", "path": "App/Program.cs", "oldText": "world", "newText": "moon" } ] }
            """);

        Assert.StartsWith("Done", answer, StringComparison.Ordinal);
        Assert.Equal(2, _asked.Count);
        Assert.Contains("wide moon", _asked[1].Details, StringComparison.Ordinal);
        Assert.Contains("wide moon", _solution.Read("App/Program.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rename_ASymbol_ChangesEveryFileAndCompiles()
    {
        var answer = await _code.CallAsync("rename", """{ "symbol": "Greeter.Greet", "newName": "Welcome" }""");

        Assert.StartsWith("Done: Rename Greet to Welcome.", answer, StringComparison.Ordinal);
        Assert.Contains("public string Welcome(", _solution.Read("Lib/Greeter.cs"), StringComparison.Ordinal);
        Assert.Contains(".Welcome(\"world\")", _solution.Read("App/Program.cs"), StringComparison.Ordinal);
        Assert.StartsWith("rename", Assert.Single(_asked).Tool, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("App/App.csproj")]
    [InlineData("App/App.csproj.user")]
    [InlineData("Directory.Build.Targets")]
    [InlineData("Directory.Build.rsp")]
    public async Task Edit_OfABuildFile_IsAskedForWhereOtherEditsAreNot(string path)
    {
        await ReopenAsync(new() { StateFolder = _solution.State, Approval = CodeApprovalPolicy.AllowEdits, ApprovalHandler = AskAsync });
        _answer = CodeApproval.Deny();

        var code = await _code.CallAsync("edit", """{ "title": "Code", "edits": [ { "kind": "NewFile", "path": "Lib/New.cs", "newText": "namespace Lib;" } ] }""");
        var build = await _code.CallAsync("edit", Replacing(path));

        Assert.StartsWith("Done", code, StringComparison.Ordinal);
        Assert.StartsWith("NotApproved: ", build, StringComparison.Ordinal);
        Assert.Equal([path], Assert.Single(_asked).Paths);
    }

    [Fact]
    public async Task Edit_OfABuildFile_IsRefusedWhereEditsAreAllowedAndNobodyCanBeAsked()
    {
        await ReopenAsync(new() { StateFolder = _solution.State, Approval = CodeApprovalPolicy.AllowEdits });
        var before = _solution.Read("App/App.csproj");

        var answer = await _code.CallAsync("edit", Replacing("App/App.csproj"));

        Assert.StartsWith("NotApproved: This needs a person's approval", answer, StringComparison.Ordinal);
        Assert.Equal(before, _solution.Read("App/App.csproj"));
    }

    [Theory]
    [InlineData("../outside.cs")]
    [InlineData(".git/config")]
    [InlineData("App/obj/x.cs")]
    [InlineData(".env")]
    public async Task Edit_OffLimits_IsRefused(string path)
    {
        var answer = await _code.CallAsync("edit", $$"""{ "title": "Out", "edits": [ { "kind": "NewFile", "path": "{{path}}", "newText": "class X;" } ] }""");

        Assert.StartsWith("PathRefused: ", answer, StringComparison.Ordinal);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Plugin_WithoutHandler_ReadsAndRefusesChangesInWords()
    {
        var kernel = new Kernel();
        await using var code = kernel.Plugins.AddCSharpCode(_solution.Path, new() { StateFolder = _solution.State + "/kernel" });

        var outline = await kernel.InvokeAsync<string>("code", "outline", cancellationToken: Cancel);
        var undo = await kernel.InvokeAsync<string>("code", "rename", new() { ["symbol"] = "Greeter", ["newName"] = "Host" }, Cancel);

        Assert.Contains("Greet(string name)", outline, StringComparison.Ordinal);
        Assert.Equal("NotApproved: This needs a person's approval, and there is nobody to ask. Say what you would do instead.", undo);
        Assert.Contains("class Greeter", _solution.Read("Lib/Greeter.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AddCSharpCode_NoSolution_ThrowsAtOnce()
    {
        var failure = Assert.Throws<CodeException>(() => new Kernel().Plugins.AddCSharpCode(Path.Combine(_solution.Folder, "nowhere.sln")));

        Assert.Equal(CodeErrorKind.NotFound, failure.Kind);
    }

    private static string Replacing(string path) => path == "App/App.csproj"
        ? """{ "title": "Build", "edits": [ { "kind": "ReplaceText", "path": "App/App.csproj", "oldText": "<OutputType>Exe", "newText": "<OutputType>WinExe" } ] }"""
        : $$"""{ "title": "Build", "edits": [ { "kind": "NewFile", "path": "{{path}}", "newText": "<Project />" } ] }""";

    private async Task ReopenAsync(CSharpCodeOptions options)
    {
        await _code.DisposeAsync();
        _code = await CSharpCode.OpenAsync(_solution.Path, options, Cancel);
    }

    private ValueTask<CodeApproval> AskAsync(CodeApprovalRequest request, CancellationToken cancellationToken)
    {
        _asked.Add(request);
        return ValueTask.FromResult(_answer);
    }
}
