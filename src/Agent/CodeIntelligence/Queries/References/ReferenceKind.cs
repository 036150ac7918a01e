namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>What places to list for a symbol.</summary>
internal enum ReferenceKind
{
    /// <summary>Every place that names or uses it.</summary>
    References,

    /// <summary>The members that call or read it, each with the places where.</summary>
    Callers,

    /// <summary>What implements an interface or a member of one, or makes an abstract one concrete.</summary>
    Implementations,

    /// <summary>Members that override a virtual or abstract one.</summary>
    Overrides,

    /// <summary>Types that have it as a base or an interface, at any distance.</summary>
    Derived,
}
