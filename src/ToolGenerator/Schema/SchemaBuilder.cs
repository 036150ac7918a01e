using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Schema;

/// <summary>
/// Builds the schema of a parameter or result from type models: what <c>JsonSchemaExporter</c> makes of a type, changed as
/// <c>AIJsonUtilities</c> changes it, node by node in the same order.
/// </summary>
/// <param name="types">The models of all types, by name.</param>
/// <param name="root">The pointer to the schema that is built: <c>#</c>, or that of a parameter.</param>
/// <param name="isNullableParameter">Whether null is among the values of the parameter.</param>
/// <param name="strict">Whether the schema keeps to the strict mode.</param>
internal sealed class SchemaBuilder(IReadOnlyDictionary<string, TypeModel> types, string root, bool isNullableParameter, bool strict)
{
    private readonly List<string> _path = [];
    private readonly Dictionary<(string Type, string? Property), string> _pointers = [];

    /// <summary>Builds the schema.</summary>
    /// <param name="type">The type's name.</param>
    /// <param name="annotations">The attributes of the parameter or result.</param>
    /// <param name="defaultJson">The parameter's default, or <see langword="null"/> for none.</param>
    /// <returns>The schema.</returns>
    public SchemaNode Build(string type, Annotations annotations, string? defaultJson)
    {
        var node = Map(types[type], property: null, key: null, isRoot: true, annotations);
        if (defaultJson is not null) node.Add("default", defaultJson);
        return node;
    }

    private SchemaNode Map(TypeModel type, PropertyModel? property, string? key, bool isRoot, Annotations place)
    {
        var node = Point(type, key) is { } pointer ? new SchemaNode { Ref = pointer } : Describe(type, property);
        if (node.Ref is null && (property?.IsNullable ?? type.Shape == TypeShape.Nullable)) node.MakeNullable();
        Complete(node, type, isRoot ? place : property?.Annotations ?? Annotations.None);
        return node;
    }

    /// <summary>Where the same was described before. Simple values are described again each time.</summary>
    private string? Point(TypeModel type, string? key)
    {
        if (!HasParts(type)) return null;
        var id = (type.Name, key);
        if (_pointers.TryGetValue(id, out var pointer)) return pointer;
        _pointers.Add(id, _path.Count == 0 ? root : root + "/" + string.Join("/", _path.Select(Escape)));
        return null;
    }

    private bool HasParts(TypeModel type) => type.Shape switch
    {
        TypeShape.Collection or TypeShape.Dictionary or TypeShape.Object => true,
        TypeShape.Nullable => HasParts(types[type.Element!]),
        _ => false,
    };

    private SchemaNode Describe(TypeModel type, PropertyModel? property)
    {
        if (property?.Converter is not null) return Value(property.ConverterSchema);
        return type.Shape switch
        {
            TypeShape.Value => Value(type.Schema),
            TypeShape.Enum => Enum(type, withNull: false),
            TypeShape.Nullable when types[type.Element!] is { Shape: TypeShape.Enum } element => Enum(element, withNull: true),
            TypeShape.Nullable => Describe(types[type.Element!], property: null),
            TypeShape.Collection => Collection(type),
            TypeShape.Dictionary => Dictionary(type),
            TypeShape.Object => Object(type),
            _ => Value(type.Schema),
        };
    }

    private SchemaNode Collection(TypeModel type)
    {
        var node = new SchemaNode { Types = { "array" } };
        var items = Nested(types[type.Element!], "items");
        node.Items = items.IsTrue ? null : items;
        return node;
    }

    private SchemaNode Dictionary(TypeModel type)
    {
        var node = new SchemaNode { Types = { "object" } };
        var values = Nested(types[type.Element!], "additionalProperties");
        node.AdditionalProperties = values.IsTrue ? null : values;
        return node;
    }

    private SchemaNode Object(TypeModel type)
    {
        var node = new SchemaNode { Types = { "object" }, IsClosed = strict || type.Members!.DisallowsUnmapped };
        _path.Add("properties");
        foreach (var property in type.Members!.Properties)
        {
            if ((property.Get == Access.None && property.Set == Access.None) || property.IsExtensionData) continue;
            _path.Add(property.JsonName);
            var schema = Map(types[property.Type], property, type.Name + "." + property.JsonName, isRoot: false, Annotations.None);
            if (property.DefaultJson is not null) schema.AddIfMissing("default", property.DefaultJson);
            _path.RemoveAt(_path.Count - 1);
            (node.Properties ??= []).Add(new(property.JsonName, schema));
            if (strict || property.IsRequired || property.IsRequiredByConstructor) node.Required.Add(property.JsonName);
        }

        _path.RemoveAt(_path.Count - 1);
        AddRequiredByAttribute(node, type.Members);
        return node;
    }

    private static void AddRequiredByAttribute(SchemaNode node, ObjectModel members)
    {
        if (node.Properties is null) return;
        foreach (var property in members.Properties)
        {
            if (property.Annotations.IsRequired && !node.Required.Contains(property.JsonName)) node.Required.Add(property.JsonName);
        }
    }

    private SchemaNode Nested(TypeModel type, string keyword)
    {
        _path.Add(keyword);
        var node = Map(type, property: null, key: null, isRoot: false, Annotations.None);
        _path.RemoveAt(_path.Count - 1);
        return node;
    }

    private static SchemaNode Enum(TypeModel type, bool withNull)
    {
        var node = new SchemaNode { Types = { "string" } };
        var names = type.EnumNames.Select(name => JsonText.String(name.Name));
        if (!type.IsFlags) node.Add("enum", JsonText.Array(withNull ? names.Append("null") : names));
        return node;
    }

    /// <summary>A value's keywords, written as <c>type:integer</c> or as <c>type:string,format:"uuid"</c>.</summary>
    private static SchemaNode Value(string? keywords)
    {
        var node = new SchemaNode();
        foreach (var (name, json) in ValueSchemas.Keywords(keywords))
        {
            if (name == "type") node.Types.Add(json);
            else node.Add(name, json);
        }

        return node;
    }

    /// <summary>What <c>AIJsonUtilities</c> adds when a node is done.</summary>
    private void Complete(SchemaNode node, TypeModel type, Annotations place)
    {
        var inner = type.Shape == TypeShape.Nullable ? types[type.Element!] : type;
        if (inner.Shape == TypeShape.Collection && node.Items is null) node.Items = new SchemaNode { IsObject = true };
        if (type.Shape == TypeShape.Nullable || (isNullableParameter && !type.IsValueType)) node.MakeNullable();
        var annotations = place.Or(type.Annotations);
        if (annotations.Description is not null) node.Add("description", JsonText.String(annotations.Description));
        AnnotationWriter.Write(annotations, node);
    }

    private static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");
}
