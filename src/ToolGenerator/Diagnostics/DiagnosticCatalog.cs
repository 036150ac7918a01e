using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.ToolGenerator.Diagnostics;

/// <summary>Everything that the generator and its analyzers say. A page of docs/diagnostics belongs to each.</summary>
internal static class DiagnosticCatalog
{
    private const string Category = "Websopy.Tools";
    private const string HelpLinkBase = "https://github.com/websopy/websopy-semantickernel/blob/main/docs/diagnostics/";

    // Before all others: each descriptor adds itself as it is made.
    private static readonly List<DiagnosticDescriptor> Known = [];

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => Known.ToImmutableArray();

    // Names.

    public static readonly DiagnosticDescriptor DuplicateName = Error("WSK001", "Two tools have the same name",
        "The name '{0}' belongs to '{1}' already; give '{2}' another one with [Tool(\"...\")]");

    public static readonly DiagnosticDescriptor OverloadsClash = Error("WSK002", "Overloads make tools of the same name",
        "The overloads of '{0}' would all be the tool '{1}'; a model cannot tell overloads apart, so name each with [Tool(\"...\")]");

    public static readonly DiagnosticDescriptor InvalidName = Error("WSK003", "The tool's name is invalid",
        "'{0}' cannot be a tool's name: use 1 to 64 ASCII letters, digits, underscores and hyphens");

    public static readonly DiagnosticDescriptor InvalidParameterName = Error("WSK004", "The argument's name is invalid",
        "'{0}' cannot be an argument's name: use 1 to 64 ASCII letters, digits, underscores, dots and hyphens");

    public static readonly DiagnosticDescriptor DuplicateParameterName = Error("WSK005", "Two parameters have the same argument name",
        "The parameters '{0}' and '{1}' of '{2}' are both the argument '{3}'");

    // The shape of class and method.

    public static readonly DiagnosticDescriptor GenericMethod = Error("WSK006", "A tool cannot be generic",
        "'{0}' is generic, and a model cannot choose type arguments; make a tool for each type");

    public static readonly DiagnosticDescriptor GenericToolSet = Error("WSK007", "A tool set cannot be generic",
        "'{0}' is generic or inside a generic type; derive a class from it for each type and mark that with [ToolSet]");

    public static readonly DiagnosticDescriptor MethodNotAccessible = Error("WSK008", "The tool is not accessible",
        "'{0}' is {1}, and generated code cannot call it; make it internal or public");

    public static readonly DiagnosticDescriptor ToolSetNotAccessible = Error("WSK009", "The tool set is not accessible",
        "'{0}' is not accessible to generated code; it and the types around it must be internal or public");

    public static readonly DiagnosticDescriptor StaticToolSetNotPartial = Error("WSK010", "A static tool set must be partial",
        "'{0}' is static, so its functions are made by a method of its own; make it and the types around it partial");

    public static readonly DiagnosticDescriptor ToolOutsideToolSet = Warning("WSK011", "A tool outside a tool set",
        "[Tool] has no effect on {0}: {1}");

    public static readonly DiagnosticDescriptor NoTools = Warning("WSK012", "A tool set without tools",
        "'{0}' is a tool set, but no method of it is marked with [Tool] or [KernelFunction]");

    public static readonly DiagnosticDescriptor TooManyTools = Warning("WSK013", "Too many tools in a set",
        "'{0}' has {1} tools; requests of common services take {2} at most, and models choose worse long before that");

    public static readonly DiagnosticDescriptor ByReference = Error("WSK014", "A parameter is passed by reference",
        "The parameter '{0}' of '{1}' is passed by '{2}', and an argument of a model has no place to refer to");

    public static readonly DiagnosticDescriptor AsyncVoid = Error("WSK015", "A tool is async void",
        "'{0}' is async void: nobody can await it, and what it throws ends the process; return Task");

    // Types.

    public static readonly DiagnosticDescriptor UnsupportedParameterType = Error("WSK016", "The parameter's type is not supported",
        "The parameter '{0}' of '{1}' cannot be read from JSON: {2}; use another type, or list it in a JsonSerializerContext and name that in [ToolSet(JsonContext = typeof(...))]");

    public static readonly DiagnosticDescriptor UnsupportedResultType = Error("WSK017", "The result's type is not supported",
        "The result of '{0}' cannot be written as JSON: {1}; use another type, or list it in a JsonSerializerContext and name that in [ToolSet(JsonContext = typeof(...))]");

    public static readonly DiagnosticDescriptor InvalidJsonContext = Error("WSK018", "JsonContext is no serializer context",
        "'{0}' is no JsonSerializerContext that generated code can reach");

    public static readonly DiagnosticDescriptor ContextTypeNested = Error("WSK019", "A type of the context inside one that is not",
        "'{0}' contains '{1}', which the JsonContext describes; list '{0}' there as well, so that one set of options reads all of it");

    public static readonly DiagnosticDescriptor NothingToSerialize = Warning("WSK020", "A type without anything that JSON carries",
        "'{0}' has no public property, so a model sees an empty object");

    // Defaults and required arguments.

    public static readonly DiagnosticDescriptor RequiredWithDefault = Warning("WSK021", "A required parameter has a default",
        "The parameter '{0}' of '{1}' is [Required] and has a default: the schema tells models to send it always, and the default is never used");

    public static readonly DiagnosticDescriptor DefaultValueMismatch = Error("WSK022", "[DefaultValue] does not fit the parameter",
        "The [DefaultValue] of the parameter '{0}' of '{1}' is of the type '{2}', and the parameter of the type '{3}'");

    // The strict mode.

    public static readonly DiagnosticDescriptor StrictOptional = Error("WSK023", "An optional value in the strict mode",
        "'{0}' of '{1}' has a default, and in the strict mode every property is required; remove the default, and let null of a nullable type stand for it");

    public static readonly DiagnosticDescriptor StrictOpenType = Error("WSK024", "An open type in the strict mode",
        "'{0}' of '{1}' may hold properties that no schema names ({2}), and the strict mode does not allow that");

    // Descriptions.

    public static readonly DiagnosticDescriptor DescriptionMissing = Warning("WSK025", "The tool has no description",
        "'{0}' is described neither by [Description] nor by an XML summary, and a model knows it by its name alone");

    public static readonly DiagnosticDescriptor ParameterDescriptionMissing = Info("WSK026", "The parameter has no description",
        "The parameter '{0}' of '{1}' is described neither by [Description] nor by the XML comment of the method");

    public static readonly DiagnosticDescriptor DescriptionTooLong = Warning("WSK027", "The description is too long",
        "The description of '{0}' has {1} characters; common services take {2} at most, and every request pays for them");

    // Cancellation.

    public static readonly DiagnosticDescriptor CancellationIgnored = Warning("WSK028", "The CancellationToken is not passed on",
        "'{0}' takes a CancellationToken and never uses it, so a turn that is cancelled waits for it");

    public static readonly DiagnosticDescriptor CancellationMissing = Info("WSK029", "An asynchronous tool takes no CancellationToken",
        "'{0}' is asynchronous and takes no CancellationToken, so a turn that is cancelled waits for it");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity)
    {
        DiagnosticDescriptor descriptor =
            new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id + ".md");
        Known.Add(descriptor);
        return descriptor;
    }
}
