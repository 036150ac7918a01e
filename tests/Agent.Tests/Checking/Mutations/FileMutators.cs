using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;

/// <summary>New files, deleted files and several edits at once, by kind.</summary>
internal static class FileMutators
{
    public static IReadOnlyDictionary<string, Func<Document, Random, CancellationToken, Task<Solution>>> All { get; } = new Dictionary<string, Func<Document, Random, CancellationToken, Task<Solution>>>
    {
        ["file deleted"] = (document, _, _) => Task.FromResult(document.Project.Solution.GetDocumentIdsWithFilePath(document.FilePath!)
            .Aggregate(document.Project.Solution, (solution, id) => solution.RemoveDocument(id))),
        ["file with a new type"] = (document, _, _) => AddAsync(document, "public sealed class Brand_New { public int Value { get; set; } }"),
        ["file with a known type"] = async (document, random, cancel) => await AddAsync(document, $"public class {await NameAsync<BaseTypeDeclarationSyntax>(document, random, cancel)} {{ }}"),
        ["file with a known type elsewhere"] = async (document, random, cancel) => await AddAsync(document, $"namespace Else.Where; public class {await NameAsync<BaseTypeDeclarationSyntax>(document, random, cancel)} {{ }}", nested: false),
        ["file with a namespace named as a type"] = async (document, random, cancel) => await AddAsync(document, $"namespace {await NamespaceAsync(document, cancel)}.{await NameAsync<BaseTypeDeclarationSyntax>(document, random, cancel)}; public class Inner {{ }}", nested: false),
        ["file with a part"] = async (document, random, cancel) => await AddAsync(document, $"partial class {await NameAsync<ClassDeclarationSyntax>(document, random, cancel)} {{ private int Part() => 1; }}"),
        ["file with an extension"] = async (document, random, cancel) => await AddAsync(document, $"internal static class Brand_New {{ public static int {await NameAsync<MethodDeclarationSyntax>(document, random, cancel)}(this object value) => 1; }}"),
        ["file with a pattern extension"] = (document, _, _) => AddAsync(document, "internal static class Brand_New { public static System.Collections.Generic.IEnumerator<int> GetEnumerator(this int value) => null!; public static void Deconstruct(this string value, out int a, out int b) { a = b = 0; } }"),
        ["file with an extension block"] = (document, _, _) => AddAsync(document, "internal static class Brand_New { extension(string text) { public int Vowels => 1; } extension(object) { public static bool operator +(object value) => true; } }"),
        ["file with global usings"] = (document, _, _) => AddAsync(document, "global using System.Xml; global using Text = System.String;", nested: false),
        ["file with statements"] = (document, _, _) => AddAsync(document, "System.Console.WriteLine(1);", nested: false),
        ["file with Main"] = (document, _, _) => AddAsync(document, "internal static class Brand_New { private static void Main() { } }"),
        ["file with attributes of the assembly"] = (document, _, _) => AddAsync(document, "[assembly: System.CLSCompliant(true)]", nested: false),
        ["file not closed"] = (document, _, _) => AddAsync(document, "public sealed class Brand_New { public int Value { get"),
        ["three edits"] = ThreeEditsAsync,
    };

    private static async Task<Solution> AddAsync(Document document, string code, bool nested = true)
    {
        var text = nested ? $"namespace {await NamespaceAsync(document, CancellationToken.None)};\n{code}\n" : code;
        var solution = document.Project.Solution;
        foreach (var id in solution.GetDocumentIdsWithFilePath(document.FilePath!))
        {
            var path = Path.Combine(Path.GetDirectoryName(document.FilePath!)!, "BrandNew.cs");
            solution = solution.AddDocument(DocumentId.CreateNewId(id.ProjectId), "BrandNew.cs", SourceText.From(text), filePath: path);
        }

        return solution;
    }

    private static async Task<Solution> ThreeEditsAsync(Document document, Random random, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        for (var edit = 0; edit < 3; edit++)
        {
            var documents = solution.GetProject(document.Project.Id)!.Documents.Where(each => !each.FilePath!.Contains("/obj/", StringComparison.Ordinal)).ToList();
            var picked = documents[random.Next(documents.Count)];
            var (_, mutate) = CodeMutators.All.ElementAt(random.Next(CodeMutators.All.Count));
            if (mutate(new MutationSite((await picked.GetSyntaxRootAsync(cancellationToken))!, random)) is { } change)
            {
                solution = MutationSource.Replace(picked, (await picked.GetTextAsync(cancellationToken)).WithChanges(change));
            }
        }

        return solution;
    }

    private static async Task<string> NamespaceAsync(Document document, CancellationToken cancellationToken) =>
        (await document.GetSyntaxRootAsync(cancellationToken))!.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "Some.Space";

    private static async Task<string> NameAsync<T>(Document document, Random random, CancellationToken cancellationToken) where T : SyntaxNode
    {
        var tokens = (await document.GetSyntaxRootAsync(cancellationToken))!.DescendantNodes().OfType<T>()
            .Select(node => node.ChildTokens().FirstOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken)).ValueText).Where(name => !string.IsNullOrEmpty(name)).ToList();
        return tokens.Count == 0 ? "Brand_New" : tokens[random.Next(tokens.Count)];
    }
}
