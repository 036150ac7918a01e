namespace Websopy.SemanticKernel.Benchmarks.Harness;

/// <summary>What a contender took, for each unit of the work.</summary>
/// <param name="Contender">Whose figures they are.</param>
/// <param name="Clock">Nanoseconds on the clock, of the best round.</param>
/// <param name="Cpu">Nanoseconds of processor time, all threads, of the best round: on a busy machine, the steadier of the two.</param>
/// <param name="Bytes">Bytes allocated, of the round that allocated least.</param>
internal sealed record Measurement(Contender Contender, double Clock, double Cpu, double Bytes);
