using System.Reflection;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>All signatures of the suite, compiled once.</summary>
internal static class Signatures
{
    private const string Extensions = "ToolSetExtensions";

    private static readonly Lazy<IReadOnlyDictionary<string, Signature>> Loaded = new(Load);

    public static IReadOnlyCollection<string> Ids => [.. Loaded.Value.Keys];

    public static Signature Get(string id) => Loaded.Value[id];

    private static Dictionary<string, Signature> Load()
    {
        var types = new HashSet<Type>();
        var assembly = ToolCompiler.Load(Sources.Named("Types").Concat(Sources.Named("Tools")).Concat(SignatureWriter.Files()));
        return assembly.GetTypes().Where(type => type.GetCustomAttribute<ToolSetAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(type => Read(type, types)).ToDictionary(signature => signature.Id);
    }

    private static IEnumerable<Signature> Read(Type type, HashSet<Type> types)
    {
        var target = type.IsAbstract ? null : Activator.CreateInstance(type);
        var functions = Functions(type, target);
        foreach (var method in Tools(type))
        {
            var count = Tools(type).Count(other => other.Name == method.Name);
            yield return new($"{type.Name}.{method.Name}{(count > 1 ? method.GetParameters().Length : "")}", method, target, functions, method.GetParameters().Select(parameter => parameter.ParameterType).Where(types.Add).ToHashSet());
        }
    }

    /// <summary>The functions that the generated code makes.</summary>
    public static IReadOnlyList<AIFunction> Functions(Type type, object? target)
    {
        var nesting = type.DeclaringType is null ? type.Name : type.DeclaringType.Name + "_" + type.Name;
        var maker = type.IsAbstract && type.IsSealed ? type : type.Assembly.GetType($"{type.Namespace}.{nesting}{Extensions}", throwOnError: true)!;
        var method = maker.GetMethods(BindingFlags.Static | BindingFlags.Public).Single(candidate => candidate.Name == "AsAIFunctions");
        return (IReadOnlyList<AIFunction>)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, method.GetParameters().Length == 0 ? [] : [target], null)!;
    }

    private static List<MethodInfo> Tools(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).Where(IsTool).ToList();

    private static bool IsTool(MethodInfo method) =>
        method.GetCustomAttribute<ToolAttribute>(inherit: true) is not null || method.GetCustomAttribute<Microsoft.SemanticKernel.KernelFunctionAttribute>(inherit: true) is not null;
}
