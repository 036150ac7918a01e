using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>A project in all its flavours.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its file, relative to the solution's folder.</param>
/// <param name="Frameworks">The frameworks it is built for.</param>
/// <param name="References">The names of the projects it refers to.</param>
/// <param name="Packages">How many packages it is compiled against, those that others bring included.</param>
/// <param name="Files">How many C# files of the folder it has.</param>
/// <param name="IsTest">Whether a test framework runs it.</param>
/// <param name="IsProgram">Whether it makes a program rather than a library.</param>
internal sealed record ProjectSummary(
    string Name, string Path, ImmutableArray<string> Frameworks, ImmutableArray<string> References, int Packages, int Files, bool IsTest, bool IsProgram);
