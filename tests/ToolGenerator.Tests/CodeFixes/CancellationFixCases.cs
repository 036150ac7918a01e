namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

internal static class CancellationFixCases
{
    private const string Helpers = """
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        public static class Store
        {
            public static Task SaveAsync(int id, string note = "", CancellationToken token = default) => Task.Delay(id, token);
            public static Task<T> LoadAsync<T>(T id) => Task.FromResult(id);
            public static Task<T> LoadAsync<T>(T id, CancellationToken token) => Task.FromResult(id);
            public static Task ClearAsync(this string store) => Task.CompletedTask;
            public static Task ClearAsync(this string store, CancellationToken token) => Task.CompletedTask;
            public static Task<int> CountAsync() => Task.FromResult(1);
        }
        """;

    private static readonly (string, string)[] Unchanged = [(Helpers, Helpers)];

    public static IReadOnlyList<CodeFixCase> All { get; } =
    [
        new("WSK028", "passes the token to each call that takes one", """
            using System.Threading;
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool]
                public async Task<int> SaveAsync(int id, CancellationToken token)
                {
                    await Store.SaveAsync(id);
                    await Store.SaveAsync(id, "note");
                    await Store.SaveAsync(note: "note", id: id);
                    await Store.SaveAsync(await Store.LoadAsync(id), "", CancellationToken.None);
                    await "orders".ClearAsync();
                    await Task.Delay(1);
                    await Inner(token: CancellationToken.None);
                    return await Store.CountAsync();
                    static async Task Inner(CancellationToken token) => await Task.Delay(2);
                }
            }
            """, """
            using System.Threading;
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool]
                public async Task<int> SaveAsync(int id, CancellationToken token)
                {
                    await Store.SaveAsync(id, token: token);
                    await Store.SaveAsync(id, "note", token);
                    await Store.SaveAsync(note: "note", id: id, token: token);
                    await Store.SaveAsync(await Store.LoadAsync(id, token), "", CancellationToken.None);
                    await "orders".ClearAsync(token);
                    await Task.Delay(1, token);
                    await Inner(token: CancellationToken.None);
                    return await Store.CountAsync();
                    static async Task Inner(CancellationToken token) => await Task.Delay(2);
                }
            }
            """) { Others = Unchanged },
        new("WSK028", "has nobody to pass the token to", """
            using System.Threading;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop { [Tool] public string Find(CancellationToken token) => ""; }
            """, null),
        new("WSK029", "adds the parameter and passes it on", """
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public Task FirstAsync() => Task.Delay(1);

                [Tool]
                public async Task SecondAsync(
                    int id, // which
                    string note)
                {
                    await Store.SaveAsync(id, note);
                }

                [Tool] public async ValueTask<int> ThirdAsync(params int[] ids) => await Store.LoadAsync(ids[0]);

                [Tool] public Task FourthAsync(int cancellationToken) => Store.SaveAsync(cancellationToken);
            }
            """, """
            using System.Threading;
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public Task FirstAsync(CancellationToken cancellationToken = default) => Task.Delay(1, cancellationToken);

                [Tool]
                public async Task SecondAsync(
                    int id, // which
                    string note,
                    CancellationToken cancellationToken = default)
                {
                    await Store.SaveAsync(id, note, cancellationToken);
                }

                [Tool] public async ValueTask<int> ThirdAsync(CancellationToken cancellationToken = default, params int[] ids) => await Store.LoadAsync(ids[0], cancellationToken);

                [Tool] public Task FourthAsync(int cancellationToken, CancellationToken token = default) => Store.SaveAsync(cancellationToken, token: token);
            }
            """) { Others = Unchanged, IsFixAll = true },
        new("WSK029", "marks the token of an iterator", """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool]
                public async IAsyncEnumerable<int> FindAsync(int id)
                {
                    await Task.Delay(1);
                    yield return id;
                }
            }
            """, """
            using System.Collections.Generic;
            using System.Runtime.CompilerServices;
            using System.Threading;
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool]
                public async IAsyncEnumerable<int> FindAsync(int id, [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    await Task.Delay(1, cancellationToken);
                    yield return id;
                }
            }
            """),
        new("WSK029", "adds it to both parts of a method", """
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public partial class Shop { [Tool] public partial Task FindAsync(int id); }
            """, """
            using System.Threading;
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public partial class Shop { [Tool] public partial Task FindAsync(int id, CancellationToken cancellationToken = default); }
            """)
        {
            Others = [("""
            using System.Threading.Tasks;

            partial class Shop { public partial Task FindAsync(int id) => Task.Delay(id); }
            """, """
            using System.Threading;
            using System.Threading.Tasks;

            partial class Shop { public partial Task FindAsync(int id, CancellationToken cancellationToken) => Task.Delay(id, cancellationToken); }
            """)],
        },
        new("WSK029", "leaves a params array that is called by place", """
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop
            {
                [Tool] public Task FindAsync(params int[] ids) => Task.CompletedTask;
                public Task AllAsync() => FindAsync(1, 2);
            }
            """, null),
        new("WSK029", "leaves a method that others may override", """
            using System.Threading.Tasks;
            using Websopy.SemanticKernel;

            [ToolSet]
            public class Shop { [Tool] public virtual Task FindAsync() => Task.CompletedTask; }
            """, null),
    ];
}
