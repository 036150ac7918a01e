namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>Compares what is generated with what <c>AIFunctionFactory</c> makes of the same methods, for every signature.</summary>
public sealed class DifferentialTests
{
    private const int MostShown = 800;

    public static TheoryData<string> Ids { get; } = [.. Signatures.Ids];

    [Fact]
    public void Signatures_AreAtLeastFiveHundred() => Assert.InRange(Signatures.Ids.Count, 500, 5000);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Declaration_OfASignature_IsTheOracles(string id)
    {
        var signature = Signatures.Get(id);
        var (oracle, ours) = (signature.Oracle, signature.Ours);

        Assert.Equal(oracle.Name, ours.Name);
        Assert.Equal(oracle.Description, ours.Description);
        Assert.Equal(SchemaText.Of(oracle.JsonSchema), SchemaText.Of(ours.JsonSchema));
        Assert.Equal(SchemaText.Of(oracle.ReturnJsonSchema), SchemaText.Of(ours.ReturnJsonSchema));
        Assert.Equal(oracle.AdditionalProperties, ours.AdditionalProperties);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Calls_OfASignature_EndAsTheOracles(string id) => await CompareAsync(Signatures.Get(id));

    /// <summary>Calls both functions in every way.</summary>
    internal static async Task CompareAsync(Signature signature)
    {
        var differences = new List<string>();
        foreach (var call in ArgumentCases.For(signature))
        {
            var expected = await Outcome.OfAsync(signature.Oracle, call);
            var actual = await Outcome.OfAsync(signature.Ours, call);
            if (expected != actual) differences.Add($"{call.Name}\n  oracle {expected}\n  ours   {actual}");
        }

        Assert.True(differences.Count == 0, $"{signature.Method}: {differences.Count} calls differ:\n{string.Join("\n", differences.Take(MostShown))}");
    }
}
