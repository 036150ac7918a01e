using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential.Context;

/// <summary>Types of the user's serializer context are described, read and written as <c>AIFunctionFactory</c> does with the context's options.</summary>
public sealed class ContextTests
{
    /// <summary>The context knows its own types alone, and values of others are arguments too.</summary>
    private static readonly JsonSerializerOptions OracleOptions = new(ToolContext.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(ToolContext.Default, new DefaultJsonTypeInfoResolver()) };

    private static readonly ContextTools Target = new();

    public static TheoryData<string> Methods { get; } = [.. typeof(ContextTools).GetMethods().Where(method => method.DeclaringType == typeof(ContextTools)).Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Declaration_WithAContext_IsTheOracles(string method)
    {
        var signature = Find(method);

        Assert.Equal(signature.Oracle.Description, signature.Ours.Description);
        Assert.Equal(SchemaText.Of(signature.Oracle.JsonSchema), SchemaText.Of(signature.Ours.JsonSchema));
        Assert.Equal(SchemaText.Of(signature.Oracle.ReturnJsonSchema), SchemaText.Of(signature.Ours.ReturnJsonSchema));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Calls_WithAContext_EndAsTheOracles(string method) => await DifferentialTests.CompareAsync(Find(method));

    private static Signature Find(string method)
    {
        var info = typeof(ContextTools).GetMethod(method)!;
        var options = new AIFunctionFactoryOptions { SerializerOptions = OracleOptions };
        return new(method, info, Target, Target.AsAIFunctions(), info.GetParameters().Select(parameter => parameter.ParameterType).ToHashSet(), options);
    }
}
