namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

internal enum DeclarationKind
{
    /// <summary>A class, struct, interface, record, enum or delegate: its header.</summary>
    Type,

    /// <summary>A method, property, event or field that is used by its name alone.</summary>
    Member,

    /// <summary>A constant or enum member: its value takes part in other declarations.</summary>
    Constant,

    /// <summary>What code uses without naming it: constructors, operators, indexers, GetEnumerator and the like.</summary>
    Implicit,

    /// <summary>A global using alias, which stands for a type under another name.</summary>
    Alias,
}

/// <summary>One declaration of a file, as much of it as other files can see.</summary>
/// <param name="Kind">What it is to others.</param>
/// <param name="Name">The name that others use, or that of the type for what has none.</param>
/// <param name="Container">The path of types and namespaces around it.</param>
/// <param name="ContainerTypes">The simple names of the types around it, the innermost last.</param>
/// <param name="Signature">The text of all that others can see, without trivia.</param>
/// <param name="SignatureNames">The identifiers in it, and in texts of its attributes.</param>
/// <param name="BaseNames">The identifiers in a type's base list.</param>
/// <param name="Body">The text that only this file's own diagnostics depend on.</param>
/// <param name="Traits">What needs more care.</param>
internal sealed record Declaration(
    DeclarationKind Kind,
    string Name,
    string Container,
    string[] ContainerTypes,
    string Signature,
    string[] SignatureNames,
    string[] BaseNames,
    string Body,
    DeclarationTraits Traits);

[Flags]
internal enum DeclarationTraits
{
    None = 0,

    /// <summary>A part of its type's layout: an instance field or automatic property of a struct.</summary>
    StructLayout = 1,

    /// <summary>Within a struct with a primary constructor, whose bodies decide which parameters become fields.</summary>
    CapturingStruct = 2,

    /// <summary>A field or field-like event that the compiler may call unused.</summary>
    MayBeUnused = 4,

    /// <summary>Extends a type from outside.</summary>
    Extension = 8,

    /// <summary>Could be the program's entry point.</summary>
    EntryPoint = 16,

    /// <summary>Private in its type.</summary>
    Private = 32,

    /// <summary>A type with parts in several places.</summary>
    Partial = 64,
}
