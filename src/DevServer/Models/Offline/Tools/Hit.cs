namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A concept of the request that a tool knows.</summary>
/// <param name="Term">The term by which it does.</param>
/// <param name="Score">Its BM25 score.</param>
/// <param name="Strength">The weight of the strongest field that has it.</param>
/// <param name="IsCore">Whether that is the name or the description, and not only a parameter.</param>
internal readonly record struct Hit(string Term, double Score, double Strength, bool IsCore);
