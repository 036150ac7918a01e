using System.Globalization;

namespace Websopy.SemanticKernel.ToolsProgram;

/// <summary>What a process pays for its tools, in milliseconds from just before they are made.</summary>
/// <param name="Created">The tools are there.</param>
/// <param name="Called">The first call, of text, number and truth value, has its result.</param>
/// <param name="CalledWithRecord">The next call, with an enum and records, has its result.</param>
/// <param name="Described">Every schema has been read, as the first request to a model does.</param>
/// <param name="Cpu">Processor time to the first call's result.</param>
internal sealed record ColdTimes(double Created, double Called, double CalledWithRecord, double Described, double Cpu)
{
    /// <summary>One line, for the process that has asked.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Created:0.0000} {Called:0.0000} {CalledWithRecord:0.0000} {Described:0.0000} {Cpu:0.0000}");

    public static ColdTimes Parse(string line) =>
        line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray() is [var created, var called, var withRecord, var described, var cpu]
            ? new(created, called, withRecord, described, cpu)
            : throw new FormatException($"No times: '{line}'");
}
