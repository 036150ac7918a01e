namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>What a declaration declares, in the words of the language.</summary>
internal enum SourceKind
{
    Class,
    Struct,
    Record,
    Interface,
    Enum,
    Delegate,
    Constructor,
    Destructor,
    Method,
    Operator,
    Indexer,
    Property,
    Event,
    Field,
    Constant,
    EnumMember,
}

internal static class SourceKinds
{
    public static bool IsType(this SourceKind kind) => kind <= SourceKind.Delegate;

    public static string Word(this SourceKind kind) => kind == SourceKind.EnumMember ? "enum member" : kind.ToString().ToLowerInvariant();
}
