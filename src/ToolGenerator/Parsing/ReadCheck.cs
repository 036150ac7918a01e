using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Says why a type that can be written cannot be read: somewhere in it is one of which no object can be made.</summary>
internal sealed class ReadCheck(IReadOnlyDictionary<string, TypeModel> types)
{
    private readonly HashSet<string> _visited = [];

    public string? Find(string name)
    {
        if (!_visited.Add(name) || !types.TryGetValue(name, out var type)) return null;
        if (type.Members is null) return (type.Element is null ? null : Find(type.Element)) ?? (type.Key is null ? null : Find(type.Key));
        if (type.Members.Constructor is null && !type.IsValueType) return $"no object of '{name.Replace("global::", "")}' can be made: it is abstract, or has several constructors";
        return type.Members.Properties.Where(property => property.Set != Access.None || type.Members.Constructor?.Parameters.Any(parameter => IsFor(parameter, property)) == true)
            .Select(property => Find(property.Type)).FirstOrDefault(problem => problem is not null);
    }

    private static bool IsFor(ConstructorParameter parameter, PropertyModel property) =>
        parameter.Type == property.Type && string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);
}
