using System.Text;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>
/// Writes tool sets that combine types, collections, attributes, defaults and results. Each type meets every basic form, and
/// in turn some of the collections, attributes and results, so that each of these meets types of all kinds.
/// </summary>
internal static class SignatureWriter
{
    private const int LeavesOfAClass = 4;
    private const int ContainersOfALeaf = 5;

    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Websopy.SemanticKernel;
        using Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

        namespace Sample.Combined;

        """;

    /// <summary>The files, each with one class.</summary>
    public static IEnumerable<SourceFile> Files() =>
        Leaves.All.Select((leaf, index) => (leaf, index)).Chunk(LeavesOfAClass).Select((leaves, index) => Class($"Combined{index:00}", leaves));

    private static SourceFile Class(string name, (Leaf Leaf, int Index)[] leaves)
    {
        var text = new StringBuilder(Head).Append("[ToolSet]\npublic sealed class ").Append(name).Append("\n{\n");
        foreach (var (leaf, index) in leaves)
        {
            foreach (var method in Basic(leaf).Concat(Contained(leaf, index)).Concat(Decorated(leaf, index)).Concat(Mixed(leaf, index))) text.Append(method);
        }

        return new(name + ".cs", text.Append("}\n").ToString());
    }

    private static IEnumerable<string> Basic(Leaf leaf)
    {
        yield return ResultForms.Value(leaf.Name + "_Required", leaf.Type, $"{leaf.Type} value");
        yield return ResultForms.Task(leaf.Name + "_NullableAsync", leaf.Type + "?", $"{leaf.Type}? value");
        yield return ResultForms.ValueTask(leaf.Name + "_Optional", leaf.Type + "?", $"{leaf.Type}? value = null");
        if (leaf.Default is null) yield break;
        yield return ResultForms.Value(leaf.Name + "_Default", leaf.Type, $"{leaf.Type} value = {leaf.Default}");
        if (leaf.Attribute is null) yield break;
        yield return ResultForms.Value(leaf.Name + "_DefaultValue", leaf.Type, $"[DefaultValue({leaf.Attribute})] {leaf.Type} value");
        yield return ResultForms.Task(leaf.Name + "_DefaultValueOfNullable", leaf.Type + "?", $"[DefaultValue({leaf.Attribute})] {leaf.Type}? value = null");
        yield return ResultForms.Value(leaf.Name + "_DefaultOfNullable", leaf.Type + "?", $"{leaf.Type}? value = {leaf.Default}");
    }

    private static IEnumerable<string> Contained(Leaf leaf, int index)
    {
        for (var i = 0; i < ContainersOfALeaf; i++)
        {
            var (name, format) = Containers.All[((index * ContainersOfALeaf) + i) % Containers.All.Count];
            var type = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, leaf.Type);
            var form = ResultForms.All[(index + i) % ResultForms.All.Count];
            yield return i % 2 == 0 ? form($"{leaf.Name}_{name}", type, $"{type} value") : form($"{leaf.Name}_{name}", type + "?", $"{type}? value = null");
        }
    }

    private static IEnumerable<string> Decorated(Leaf leaf, int index)
    {
        var (first, attributes) = Decorations.All[index % Decorations.All.Count];
        yield return ResultForms.Value($"{leaf.Name}_{first}", leaf.Type, $"{attributes} {leaf.Type} value");
        var (second, others) = Decorations.All[((index * 7) + 3) % Decorations.All.Count];
        yield return ResultForms.Task($"{leaf.Name}_{second}_WithDefault", leaf.Type, leaf.Default is null ? $"{others} {leaf.Type} value" : $"{others} {leaf.Type} value = {leaf.Default}");
    }

    private static IEnumerable<string> Mixed(Leaf leaf, int index)
    {
        var other = Leaves.All[((index * 11) + 5) % Leaves.All.Count];
        var form = ResultForms.All[(index + 3) % ResultForms.All.Count];
        yield return form($"{leaf.Name}_And_{other.Name}", leaf.Type, $"{leaf.Type} value, [Description(\"Other.\")] {other.Type}? other = null, CancellationToken cancellationToken = default");
    }
}
