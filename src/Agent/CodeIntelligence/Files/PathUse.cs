namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>What a path is asked for.</summary>
internal enum PathUse
{
    Read,

    /// <summary>To create, replace or delete the file.</summary>
    Write,
}
