using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tools;

/// <summary>How the types of a tool set are read and written. Made by generated code, when the first value needs it; thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolTypes
{
    private readonly JsonSerializerContext? _context;
    private readonly Type[] _contextTypes;
    private readonly ConcurrentDictionary<Type, JsonTypeInfo> _described = new();

    /// <summary>Makes the types of a tool set.</summary>
    /// <param name="generated">Describes the types of the set; <see langword="null"/> where Microsoft.Extensions.AI knows them all.</param>
    /// <param name="context">The user's own context, or <see langword="null"/>.</param>
    /// <param name="contextTypes">The types that are the context's.</param>
    public ToolTypes(IJsonTypeInfoResolver? generated, JsonSerializerContext? context = null, params Type[] contextTypes)
    {
        _context = context;
        _contextTypes = contextTypes;
        var known = AIJsonUtilities.DefaultOptions.TypeInfoResolver!;
        Options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions)
        {
            WriteIndented = false,
            TypeInfoResolver = generated is null ? known : JsonTypeInfoResolver.Combine(generated, known),
        };
        Options.MakeReadOnly();
    }

    /// <summary>The options of Microsoft.Extensions.AI, without indentation, with the types of the set.</summary>
    internal JsonSerializerOptions Options { get; }

    /// <summary>Describes a type: the context's own options decide of the types that it lists.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The description.</returns>
    /// <exception cref="NotSupportedException">Neither the set nor the context knows the type.</exception>
    public JsonTypeInfo GetTypeInfo(Type type) => _described.TryGetValue(type, out var described) ? described : _described.GetOrAdd(type, Describe(type));

    internal JsonTypeInfo<T> GetTypeInfo<T>() => (JsonTypeInfo<T>)GetTypeInfo(typeof(T));

    private JsonTypeInfo Describe(Type type)
    {
        if (Array.IndexOf(_contextTypes, type) >= 0 && _context?.GetTypeInfo(type) is { } described) return described;
        return typeof(IEnumerable<AIContent>).IsAssignableFrom(type) && !Options.TryGetTypeInfo(type, out _)
            ? Options.GetTypeInfo(typeof(IEnumerable<AIContent>)) // contents of one kind, without reflection
            : Options.GetTypeInfo(type);
    }
}
