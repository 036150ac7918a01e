using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.CodeFixes.Attributes;
using Websopy.SemanticKernel.ToolGenerator.CodeFixes.Signatures;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Cancellation;

/// <summary>WSK029: adds a CancellationToken to an asynchronous tool, and passes it on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddTokenFix() : ToolCodeFix(DiagnosticCatalog.CancellationMissing)
{
    private static readonly string[] Names = ["cancellationToken", "token", "toolCancellationToken"];

    private protected override async Task OfferAsync(FixSite site)
    {
        if (site.Method is not { } method || Declarations.IsBoundByOthers(method) || await IsCalledByPlaceAsync(site, method).ConfigureAwait(false)) return;
        var declarations = Declarations.Of<MethodDeclarationSyntax>(method, site.CancellationToken).ToList();
        if (Names.FirstOrDefault(name => !declarations.Any(declaration => Mentions(declaration, name))) is not { } token) return;
        site.Offer("Take a CancellationToken and pass it on", "token", async edit =>
        {
            foreach (var declaration in declarations) await AddAsync(site, edit, declaration, token).ConfigureAwait(false);
        });
    }

    /// <summary>Whether a call gives items to the params array, which a parameter before it would take.</summary>
    private static async Task<bool> IsCalledByPlaceAsync(FixSite site, IMethodSymbol method) =>
        method.Parameters.Any(parameter => parameter.IsParams)
        && (await Calls.OfAsync(site.Document.Project.Solution, method, site.CancellationToken).ConfigureAwait(false))
            .Any(call => call.Positional >= method.Parameters.Length);

    private static async Task AddAsync(FixSite site, SolutionEdit edit, MethodDeclarationSyntax declaration, string token)
    {
        var list = declaration.ParameterList;
        var place = list.Parameters.TakeWhile(parameter => !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)).Count();
        var parameter = Parameter(site, token, declaration);
        await edit.ChangeAsync(list, editor => editor.ReplaceNode(list, (current, _) => Insert((ParameterListSyntax)current, place, parameter))).ConfigureAwait(false);
        if (edit.Solution.GetDocument(declaration.SyntaxTree) is { } document
            && await document.GetSemanticModelAsync(edit.CancellationToken).ConfigureAwait(false) is { } model)
        {
            await new TokenPassing(model, token, edit.CancellationToken).ApplyAsync(edit, declaration).ConfigureAwait(false);
        }
    }

    /// <summary>As the last on a line of its own where the others are.</summary>
    private static ParameterListSyntax Insert(ParameterListSyntax list, int place, ParameterSyntax parameter)
    {
        var isOnLines = list.Parameters.Count > 1 && list.Parameters.GetSeparators().All(separator => separator.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia));
        if (!isOnLines) return list.WithParameters(list.Parameters.Insert(place, parameter));
        var placed = parameter.WithLeadingTrivia(list.Parameters.Last().GetLeadingTrivia());
        var lineEnd = list.Parameters.GetSeparator(0).TrailingTrivia.Last(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var separators = list.Parameters.GetSeparators().Append(SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(lineEnd)));
        return list.WithParameters(SyntaxFactory.SeparatedList(list.Parameters.Insert(place, placed), separators));
    }

    /// <summary>The body of a partial method has no defaults of its own, and the attribute belongs to the body of an iterator.</summary>
    private static ParameterSyntax Parameter(FixSite site, string name, MethodDeclarationSyntax declaration)
    {
        var hasDefault = !declaration.Modifiers.Any(SyntaxKind.PartialKeyword) || (declaration.Body is null && declaration.ExpressionBody is null);
        var isIterator = declaration.Modifiers.Any(SyntaxKind.AsyncKeyword) && IsSequence(declaration);
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(site.TypeName("System.Threading.CancellationToken"));
        if (hasDefault) parameter = parameter.WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)));
        if (!isIterator) return parameter;
        var attribute = AttributeEdits.Create(site, "System.Runtime.CompilerServices.EnumeratorCancellationAttribute");
        return parameter.AddAttributeLists(SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)));
    }

    private static bool IsSequence(MethodDeclarationSyntax declaration) =>
        declaration.ReturnType.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any(name => name.Identifier.ValueText == "IAsyncEnumerable");

    private static bool Mentions(MethodDeclarationSyntax declaration, string name) =>
        declaration.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
