using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>
/// The calls of a signature: each parameter takes every value in turn, while the others keep a good one. Where a signature
/// before has had a parameter of the same type, a sample of the values is enough.
/// </summary>
internal static class ArgumentCases
{
    private const int SampleRate = 7;

    private static readonly IServiceProvider Services = new ServiceCollection().AddKeyedSingleton("key", "a keyed text").BuildServiceProvider();

    public static IEnumerable<ArgumentCase> For(Signature signature)
    {
        var options = signature.Oracle.JsonSerializerOptions;
        var variants = new JsonVariants(options);
        var parameters = signature.Method.GetParameters().Where(IsArgument).Select(parameter => (Name: Name(parameter), Type: parameter.ParameterType)).ToList();
        var good = parameters.Select(parameter => (parameter.Name, Value: Element(variants.Good(parameter.Type)))).ToList();
        yield return Case("all good", good);
        yield return Case("cancelled before", good) with { IsCancelled = true };
        yield return new("without services", () => Arguments(good, null));
        yield return Case("with one too many", [.. good, ("another", () => 1)]);
        if (parameters.Count == 0) yield break;
        yield return Case("nothing", []);
        yield return Case("names in capitals", good.Select(argument => (argument.Name.ToUpperInvariant(), argument.Value)));
        foreach (var (name, type) in parameters)
        {
            var others = good.Where(argument => argument.Name != name).ToList();
            yield return Case($"without {name}", others);
            foreach (var (text, value) in signature.NewTypes.Contains(type) ? Values(type, variants, options) : Values(type, variants, options).Where((_, index) => index % SampleRate == 0)) yield return Case($"{name} = {text}", [.. others, (name, value)]);
        }
    }

    private static bool IsArgument(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(CancellationToken) && parameter.ParameterType != typeof(IServiceProvider) && parameter.ParameterType != typeof(AIFunctionArguments);

    private static string Name(ParameterInfo parameter) => parameter.GetCustomAttribute<AIParameterNameAttribute>()?.Name ?? parameter.Name!;

    private static IEnumerable<(string Text, Func<object?> Value)> Values(Type type, JsonVariants make, JsonSerializerOptions options)
    {
        var variants = make.For(type).ToList();
        for (var i = 0; i < variants.Count; i++)
        {
            var json = variants[i];
            yield return ("JSON " + json, Element(json));
            if (i > 5) continue;
            yield return ("text " + json, () => json);
            yield return ("node " + json, () => JsonNode.Parse(json));
            yield return ("document " + json, () => JsonDocument.Parse(json));
            if (Typed(json, type, options) is { } typed) yield return ("typed " + json, typed);
        }

        foreach (var value in PlainValues.All) yield return value;
    }

    private static Func<object?> Element(string json)
    {
        var element = JsonElement.Parse(json);
        return () => element;
    }

    /// <summary>The value itself, where the JSON reads as the type.</summary>
    private static Func<object?>? Typed(string json, Type type, JsonSerializerOptions options)
    {
        try
        {
            return Read() is null ? null : Read;
        }
#pragma warning disable CA1031 // Converters and setters may throw anything.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }

        object? Read() => JsonSerializer.Deserialize(json, options.GetTypeInfo(type));
    }

    private static ArgumentCase Case(string name, IEnumerable<(string Name, Func<object?> Value)> arguments)
    {
        var all = arguments.ToList();
        return new(name, () => Arguments(all, Services));
    }

    private static AIFunctionArguments Arguments(IEnumerable<(string Name, Func<object?> Value)> arguments, IServiceProvider? services)
    {
        var made = new AIFunctionArguments { Services = services };
        foreach (var (name, value) in arguments) made[name] = value();
        return made;
    }
}
