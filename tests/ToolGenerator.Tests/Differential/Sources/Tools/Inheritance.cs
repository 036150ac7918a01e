// Tools of base classes, overridden, hidden, static, partial and nested ones.
using System.Collections.Generic;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

namespace Sample.Tools;

public abstract class ToolBase
{
    [Tool, Description("Inherited.")] public string Inherited(string text) => Probe.Return(text, text);

    [Tool, Description("Of the base.")]
    public virtual string Overridden([Description("The base's.")] [MaxLength(3)] string text, [DefaultValue(4)] int number) => Probe.Return(text, text, number);

    [Tool] public abstract Task<int> AbstractAsync([AIParameterName("renamed")] int value);

    [Tool, DisplayName("shown")] public virtual int Displayed(int value) => Probe.Return(value, "base", value);

    public virtual int Unmarked(int value) => value;

    [Tool] protected internal string Internal(string text) => Probe.Return(text, text);
}

public class ToolMiddle : ToolBase
{
    public override string Overridden(string text, int number) => Probe.Return(text + "!", text, number);

    public override Task<int> AbstractAsync(int value) => Task.FromResult(Probe.Return(value, value));

    [Tool] public override int Unmarked(int value) => Probe.Return(value, value);
}

[ToolSet]
public class ToolLeaf : ToolMiddle
{
    [Description("Of the leaf.")] public override int Displayed([Range(1, 2)] int value = 2) => Probe.Return(value, "leaf", value);

    public sealed override Task<int> AbstractAsync(int other) => Task.FromResult(Probe.Return(other + 1, other));
}

public class GenericBase<T, TList>
    where TList : List<T>
{
    [Tool] public T Echo(T value) => Probe.Return(value, value);

    [Tool] public T? EchoNullable(T? value = default) => Probe.Return(value, value);

    [Tool] public Task<TList> EchoList(TList values) => Task.FromResult(Probe.Return(values, values));

    [Tool] public Dictionary<string, T> EchoMap(Dictionary<string, T> map) => Probe.Return(map, map);
}

[ToolSet]
public class OfText : GenericBase<string, List<string>>
{
}

[ToolSet]
public class OfPoints : GenericBase<Point, List<Point>>
{
}

[ToolSet]
public class OfNumbers : GenericBase<int, List<int>>
{
}

[ToolSet]
public static partial class StaticTools
{
    [Tool] public static int Number(int value = 3) => Probe.Return(value, value);

    [Tool] public static Task<Point?> PointAsync(Point? value) => Task.FromResult(Probe.Return(value, value));

    [Tool] internal static string Inside(string value) => Probe.Return(value, value);
}

[ToolSet]
public class MixedTools
{
    [Tool] public static int Static(int value) => Probe.Return(value, value);

    [Tool] public int Instance(int value) => Probe.Return(value, value);

    [Tool] internal Inside InternalMethod(Inside value) => Probe.Return(value, value);

    [Tool] internal List<InsideEnum?>? InternalEnum(List<InsideEnum?>? values) => Probe.Return(values, values);
}

[ToolSet]
public sealed record RecordTools
{
    public int Property { get; init; } = 1;

    [Tool] public int Number(int value) => Probe.Return(value + Property, value);
}

public class Surrounding
{
    [ToolSet]
    public class NestedTools
    {
        [Tool] public NestedData Data(NestedData data) => Probe.Return(data, data);
    }

    public record NestedData(int Value, NestedData? Other);
}

[ToolSet]
public partial class PartialTools
{
    [Tool] public partial string Half(string text);

    [Tool] public int First(int value) => Probe.Return(value, value);
}

public partial class PartialTools
{
    public partial string Half(string text) => Probe.Return(text, text);

    [Tool] public int Second(int value) => Probe.Return(value, value);
}

public interface IToolContract
{
    int Implemented(int value);
}

[ToolSet]
public class Implementing : IToolContract
{
    [Tool] public int Implemented(int value) => Probe.Return(value, value);
}
