using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>The analyzers, code fixes and refactorings that there are: those of Roslyn's features and those that projects reference.</summary>
internal static class CodeFixCatalog
{
    private static readonly Lazy<ImmutableArray<Type>> Features = new(() =>
        [.. new[] { "Microsoft.CodeAnalysis.Features", "Microsoft.CodeAnalysis.CSharp.Features" }.SelectMany(name => Assembly.Load(name).GetTypes())]);

    private static readonly Lazy<ImmutableArray<CodeFixProvider>> BuiltInFixes = new(() => Create<CodeFixProvider>(Features.Value, Serves<ExportCodeFixProviderAttribute>));
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> BuiltInAnalyzers = new(() => Create<DiagnosticAnalyzer>(Features.Value, Serves<DiagnosticAnalyzerAttribute>));
    private static readonly Lazy<ImmutableArray<(string, CodeRefactoringProvider)>> BuiltInRefactorings = new(() =>
        [.. Create<CodeRefactoringProvider>(Features.Value, Serves<ExportCodeRefactoringProviderAttribute>).Select(provider => (Name(provider), provider))]);

    private static readonly ConcurrentDictionary<string, ImmutableArray<CodeFixProvider>> ReferencedFixes = new(StringComparer.Ordinal);

    /// <summary>The refactorings by name.</summary>
    public static ImmutableArray<(string Name, CodeRefactoringProvider Provider)> Refactorings => BuiltInRefactorings.Value;

    /// <summary>
    /// The id under which a diagnostic is fixed: unnecessary usings are shown under one id, and fixed under another.
    /// </summary>
    public static string FixableId(string id) => id is "IDE0005" or "CS8019" ? "RemoveUnnecessaryImportsFixable" : id;

    /// <summary>Those that fix a diagnostic in a project, Roslyn's own first.</summary>
    public static ImmutableArray<CodeFixProvider> Fixes(Project project, string id) =>
        [.. BuiltInFixes.Value.Concat(project.AnalyzerReferences.OfType<AnalyzerFileReference>().SelectMany(reference => Load(reference))).Where(provider => provider.FixableDiagnosticIds.Contains(FixableId(id)))];

    /// <summary>The analyzers that report a diagnostic in a project; none where the compiler itself does.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers(Project project, string id)
    {
        var builtIn = BuiltInAnalyzers.Value.RemoveAll(analyzer => !Reports(analyzer, id));
        return !builtIn.IsEmpty ? builtIn : [.. project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp)).Where(analyzer => Reports(analyzer, id))];
    }

    private static bool Reports(DiagnosticAnalyzer analyzer, string id) => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == FixableId(id));

    private static ImmutableArray<CodeFixProvider> Load(AnalyzerFileReference reference) => ReferencedFixes.GetOrAdd(reference.FullPath, _ =>
    {
        Type?[] types;
        try
        {
            types = reference.GetAssembly().GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            // An analyzer package may hold fixes for hosts that are not here; what loads is what there is.
            types = partly.Types;
        }

        return Create<CodeFixProvider>(types.OfType<Type>(), Serves<ExportCodeFixProviderAttribute>);
    });

    private static bool Serves<T>(Type type)
        where T : Attribute
    {
        var languages = type.GetCustomAttribute<T>() switch
        {
            ExportCodeFixProviderAttribute export => export.Languages,
            ExportCodeRefactoringProviderAttribute export => export.Languages,
            DiagnosticAnalyzerAttribute analyzer => analyzer.Languages,
            _ => [],
        };
        return languages.Contains(LanguageNames.CSharp);
    }

    /// <summary>Instances of what needs nothing imported, which in Roslyn's features is all.</summary>
    private static ImmutableArray<T> Create<T>(IEnumerable<Type> types, Predicate<Type> serves) =>
    [
        .. types.Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(T)) && serves(type))
            .Where(type => type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes) is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    private static string Name(CodeRefactoringProvider provider) =>
        provider.GetType().GetCustomAttribute<ExportCodeRefactoringProviderAttribute>()?.Name ?? provider.GetType().Name;
}
