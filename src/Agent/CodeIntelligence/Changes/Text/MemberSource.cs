using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Members as a model wrote them, parsed as they would be in the place where they go.</summary>
internal sealed class MemberSource
{
    private const int MaxErrors = 5;
    private readonly string[] _lines;
    private readonly IReadOnlyCollection<(int First, int Last, bool Movable)> _literals;
    private readonly int? _column;

    private MemberSource(string[] lines, SourceText text, IReadOnlyList<MemberDeclarationSyntax> members, string tail)
    {
        // The line of the wrapper comes before those of the source.
        _lines = lines;
        _literals = [.. members.SelectMany(member => LiteralLines.Of(member, text)).Select(block => (block.First - 1, block.Last - 1, block.Movable))];
        _column = MemberLayout.ColumnTokens(members).Where(token => MemberLayout.StartsLine(text, token.SpanStart))
            .Select(token => (int?)text.Lines.GetLineFromPosition(token.SpanStart).LineNumber - 1).FirstOrDefault(line => line > 0);
        Members = members;
        Tail = tail;
    }

    public IReadOnlyList<MemberDeclarationSyntax> Members { get; }

    /// <summary>A comment behind the last member, which is not part of <see cref="At"/>.</summary>
    public string Tail { get; }

    public bool HasDocumentation => Comments.Any(trivia => trivia.HasStructure);

    public bool HasComment => Comments.Any();

    private IEnumerable<SyntaxTrivia> Comments => Members[0].GetLeadingTrivia().Where(MemberLayout.IsComment);

    /// <summary>The source at a column, with line feeds; the first line without its white space.</summary>
    public string At(string indent) => string.Join('\n', Indentation.Shift(_lines, _literals, _column, indent));

    /// <param name="source">What the model wrote.</param>
    /// <param name="container">The type, namespace or file that the members are to be in.</param>
    /// <param name="options">How the file is parsed.</param>
    /// <exception cref="CodeException">It is not members that can be there, and nothing else.</exception>
    public static MemberSource Parse(string source, SyntaxNode container, CSharpParseOptions options)
    {
        var feeds = LineEndings.ToFeeds(EditLimits.CheckedSource(source)).TrimEnd();
        var lead = feeds.Split('\n').TakeWhile(string.IsNullOrWhiteSpace).Sum(line => line.Length + 1);
        var skipped = feeds.AsSpan(0, Math.Min(lead, feeds.Length)).Count('\n');
        feeds = feeds[Math.Min(lead, feeds.Length)..];
        if (feeds.Length == 0)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "The source is empty. Give the whole member, or delete it instead.");
        }

        var (head, foot) = Wrapper(container);
        var text = SourceText.From($"{head}\n{feeds}\n{foot}");
        var root = CSharpSyntaxTree.ParseText(text, options).GetCompilationUnitRoot();
        ThrowOnErrors(root, skipped);
        var members = Unwrap(root, container);
        return Cut(feeds, text, members, head.Length + 1);
    }

    /// <summary>Takes what follows the last member, a comma or a comment, off the text.</summary>
    private static MemberSource Cut(string feeds, SourceText text, IReadOnlyList<MemberDeclarationSyntax> members, int offset)
    {
        var end = members[^1].Span.End - offset;
        var rest = feeds[end..].Trim();
        var tail = (members[^1] is EnumMemberDeclarationSyntax && rest is [',', ..] ? rest[1..] : rest).Trim();
        if (tail.Contains('\n', StringComparison.Ordinal))
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "The source has text behind the last member. Put comments above the member that they belong to.");
        }

        return new(feeds[..end].Split('\n'), text, members, tail);
    }

    private static (string Head, string Foot) Wrapper(SyntaxNode container) => container switch
    {
        TypeDeclarationSyntax type when type.IsKind(SyntaxKind.ExtensionBlockDeclaration) => ("static class Wrapper { extension(object wrapped) {", "}}"),
        RecordDeclarationSyntax record => ($"record {record.ClassOrStructKeyword.Text} {record.Identifier.Text} {{", "}"),
        TypeDeclarationSyntax type => ($"{type.Keyword.Text} {type.Identifier.Text} {{", "}"),
        EnumDeclarationSyntax => ("enum Wrapper {", "}"),
        _ => ("", ""),
    };

    private static MemberDeclarationSyntax[] Unwrap(CompilationUnitSyntax root, SyntaxNode container)
    {
        if (container is not BaseTypeDeclarationSyntax)
        {
            return root.Usings.Count == 0 && root.AttributeLists.Count == 0 && root.Externs.Count == 0 && root.Members.Count > 0
                && root.Members.All(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                ? [.. root.Members]
                : throw new CodeException(CodeErrorKind.InvalidArgument,
                    "The source has to be types only here, without usings, namespaces or statements; change those by replacing text.");
        }

        // What closes the type around it early leaves more than that type.
        var outer = root.Members is [BaseTypeDeclarationSyntax only] ? only : null;
        var type = container.IsKind(SyntaxKind.ExtensionBlockDeclaration) && outer is TypeDeclarationSyntax { Members: [TypeDeclarationSyntax inner] } ? inner : outer;
        MemberDeclarationSyntax[] members = type switch
        {
            TypeDeclarationSyntax declared => [.. declared.Members],
            EnumDeclarationSyntax declared => [.. declared.Members],
            _ => throw new CodeException(CodeErrorKind.InvalidArgument, "The source closes the type that it is to be in: one of its closing braces is too many."),
        };
        return members.Length > 0 ? members : throw new CodeException(CodeErrorKind.InvalidArgument, "The source declares no member. Give the whole member, or delete it instead.");
    }

    private static void ThrowOnErrors(CompilationUnitSyntax root, int skippedLines)
    {
        var errors = root.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            var listed = errors.Take(MaxErrors).Select(error =>
            {
                // The line of the wrapper before the source makes the count begin at one.
                var at = error.Location.GetLineSpan().StartLinePosition;
                return $"line {at.Line + skippedLines}, column {at.Character + 1}: {error.Id} {error.GetMessage(CultureInfo.InvariantCulture)}";
            });
            throw new CodeException(CodeErrorKind.CompileErrors, $"The source does not parse as members of this place. In the source, {string.Join("; ", listed)}");
        }
    }
}
