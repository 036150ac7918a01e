namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

internal static class CancellationCases
{
    private static string Ignored(string method) => $"'{method}' takes a CancellationToken and never uses it, so a turn that is cancelled waits for it";

    private static string Missing(string method) => $"'{method}' is asynchronous and takes no CancellationToken, so a turn that is cancelled waits for it";

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        new("WSK028", "a token that no body mentions", """
            [ToolSet] public class Shop
            {
                [Tool] public async Task FirstAsync(CancellationToken [|token|]) => await Task.Yield();
                [KernelFunction] public async Task SecondAsync(CancellationToken [|token|] = default) { await Task.Yield(); }
                [Tool] public string Third(CancellationToken [|token|]) => "";
            }
            """, Ignored("FirstAsync"), Ignored("SecondAsync"), Ignored("Third")),
        new("WSK028", "the body of a partial method, and of a base class", """
            [ToolSet] public partial class Shop : Base { [Tool] public partial Task FirstAsync(CancellationToken token); }
            public partial class Shop { public partial Task FirstAsync(CancellationToken [|token|]) => Task.CompletedTask; }
            public class Base { [KernelFunction] public Task SecondAsync(CancellationToken [|token|]) => Task.CompletedTask; }
            """, Ignored("FirstAsync"), Ignored("SecondAsync")),
        new("WSK028", "tokens that are used", """
            [ToolSet] public class Shop
            {
                [Tool] public Task FirstAsync(CancellationToken token) => Task.Delay(1, token);
                [Tool] public void Second(CancellationToken token) { Wait(); void Wait() => token.ThrowIfCancellationRequested(); }
                [Tool] public void Third(CancellationToken token) { _ = token; }
            }
            """),
        new("WSK028", "methods that cannot use it, or whose signature others set", """
            [ToolSet] public abstract class Shop : Base, IShop
            {
                [Tool] public abstract Task FirstAsync(CancellationToken token);
                [Tool] public Task SecondAsync(CancellationToken token) => throw new NotSupportedException();
                [Tool] public Task ThirdAsync(CancellationToken token) { throw new NotSupportedException(); }
                [Tool] public Task FourthAsync(CancellationToken token) => Task.CompletedTask;
                public override Task FifthAsync(CancellationToken token) => Task.CompletedTask;
                public Task NoToolAsync(CancellationToken token) => Task.CompletedTask;
            }
            public abstract class Base { [Tool] public abstract Task FifthAsync(CancellationToken token); }
            public interface IShop { Task FourthAsync(CancellationToken token); }
            public class Plugin { [KernelFunction] public Task FindAsync(CancellationToken token) => Task.CompletedTask; }
            """),
        new("WSK029", "every asynchronous result", """
            [ToolSet] public class Shop
            {
                [Tool] public Task [|FirstAsync|]() => Task.CompletedTask;
                [Tool] public async Task<int> [|SecondAsync|](int id) { await Task.Yield(); return id; }
                [Tool] public ValueTask [|ThirdAsync|]() => default;
                [KernelFunction] public ValueTask<int> [|FourthAsync|]() => default;
                [Tool] public async IAsyncEnumerable<int> [|FifthAsync|]() { await Task.Yield(); yield return 1; }
            }
            """, Missing("FirstAsync"), Missing("SecondAsync"), Missing("ThirdAsync"), Missing("FourthAsync"), Missing("FifthAsync")),
        new("WSK029", "with a token, not asynchronous, or set elsewhere", """
            [ToolSet] public class Shop : Base, IShop
            {
                [Tool] public Task FirstAsync(CancellationToken token) => Task.Delay(1, token);
                [Tool] public string Second() => "";
                [Tool] public Task ThirdAsync() => Task.CompletedTask;
                public override Task FourthAsync() => Task.CompletedTask;
                public Task NoToolAsync() => Task.CompletedTask;
            }
            public interface IShop { Task ThirdAsync(); }
            public abstract class Base { public abstract Task FourthAsync(); }
            public class Plugin { [KernelFunction] public Task FindAsync() => Task.CompletedTask; }
            """),
    ];
}
