using System.ComponentModel;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential.Context;

#pragma warning disable WSK029 // These have nothing to cancel.

/// <summary>A tool set with a context: compiled with the tests, by the generator as an analyzer.</summary>
[ToolSet(JsonContext = typeof(ToolContext))]
internal sealed class ContextTools
{
    [Tool, Description("One.")]
    public Animal? Polymorphic([Description("The animal.")] Animal? animal) => Probe.Return(animal, animal);

    [Tool, Description("Several.")]
    public Task<List<Animal>> Polymorphics([Description("The animals.")] List<Animal> animals) => Task.FromResult(Probe.Return(animals, animals));

    [Tool, Description("By name.")]
    public Dictionary<string, Animal>? Named([Description("The animals.")] Dictionary<string, Animal>? animals = null) => Probe.Return(animals, animals);

    [Tool, Description("Numbers.")]
    public Bag Custom([Description("The numbers.")] Bag bag) => Probe.Return(bag, bag);

    [Tool, Description("Nested.")]
    public ValueTask<Plan> Recursive([Description("The plan.")] Plan plan) => new(Probe.Return(plan, plan));

    [Tool, Description("Undescribed.")]
    public Plan[] Undescribed(Plan[] plans) => Probe.Return(plans, plans);

    [Tool, Description("A struct.")]
    [return: Description("The size.")]
    public Size? Struct([Description("The size.")] Size? size = null) => Probe.Return(size, size);

    [Tool, Description("An enum, by number.")]
    public Mood Enum([Description("The mood.")] Mood mood) => Probe.Return(mood, mood);

    [Tool, Description("A sequence.")]
    public async IAsyncEnumerable<Plan> Sequence([Description("The plan.")] Plan plan)
    {
        Probe.Saw(plan);
        await Task.Yield();
        yield return plan;
        yield return plan;
    }
}
