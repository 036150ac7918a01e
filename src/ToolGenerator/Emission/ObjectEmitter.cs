using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Emission;

/// <summary>Writes how an object is made, read and written.</summary>
internal sealed class ObjectEmitter(SourceWriter source, TypeModel type, int index)
{
    private const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    private readonly ObjectModel _members = type.Members!;

    public void Emit()
    {
        source.Line().Open($"private static {Names.Metadata}JsonTypeInfo Type{index}({Names.Options} options)")
            .Open($"var info = {Names.Metadata}JsonMetadataServices.CreateObjectInfo<{type.Name}>(options, new {Names.Metadata}JsonObjectInfoValues<{type.Name}>");
        EmitCreation();
        source.Line($"PropertyMetadataInitializer = _ => Properties{index}(options),");
        source.Close(");").Line($"info.NumberHandling = {(_members.NumberHandling is { } numbers ? NumberHandling(numbers) : "null")};");
        if (_members.DisallowsUnmapped) source.Line("info.UnmappedMemberHandling = global::System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;");
        if (_members.CreationHandling is { } creation) source.Line($"info.PreferredPropertyObjectCreationHandling = {CreationHandling(creation)};");
        source.Line("return info;").Close();
        EmitProperties();
        EmitAccessors();
    }

    private void EmitCreation()
    {
        if (_members.Constructor is not { } constructor)
        {
            if (type.IsValueType) source.Line($"ObjectCreator = static () => default({type.Name}),");
            return;
        }

        if (constructor.Parameters.Count == 0)
        {
            source.Line($"ObjectCreator = static () => {(constructor.NeedsAccessor ? $"New{index}()" : $"new {type.Name}()")},");
            return;
        }

        var arguments = string.Join(", ", constructor.Parameters.Select((parameter, i) => $"({parameter.Type})args[{i}]"));
        source.Line($"ObjectWithParameterizedConstructorCreator = static args => {(constructor.NeedsAccessor ? $"New{index}" : $"new {type.Name}")}({arguments}),")
            .Open($"ConstructorParameterMetadataInitializer = static () => new {Names.Metadata}JsonParameterInfoValues[]");
        for (var i = 0; i < constructor.Parameters.Count; i++)
        {
            var parameter = constructor.Parameters[i];
            var value = parameter.Default is null ? "" : $", HasDefaultValue = true, DefaultValue = {parameter.Default}";
            source.Line($"new {Names.Metadata}JsonParameterInfoValues {{ Name = {Names.Literal(parameter.Name)}, ParameterType = typeof({parameter.Type}), Position = {i}{value}, IsNullable = {Names.Bool(parameter.IsNullable)} }},");
        }

        source.Close(",");
    }

    private void EmitProperties()
    {
        source.Line().Open($"private static {Names.Metadata}JsonPropertyInfo[] Properties{index}({Names.Options} options)")
            .Line($"var properties = new {Names.Metadata}JsonPropertyInfo[{_members.Properties.Count}];");
        for (var i = 0; i < _members.Properties.Count; i++)
        {
            var property = _members.Properties[i];
            source.Open($"properties[{i}] = {Names.Metadata}JsonMetadataServices.CreatePropertyInfo<{property.Type}>(options, new {Names.Metadata}JsonPropertyInfoValues<{property.Type}>");
            EmitProperty(property, i);
            source.Close(");");
            if (property.IsRequired) source.Line($"properties[{i}].IsRequired = true;");
            if (property.Order != 0) source.Line($"properties[{i}].Order = {property.Order};");
            if (property.CreationHandling is { } creation) source.Line($"properties[{i}].ObjectCreationHandling = {CreationHandling(creation)};");
        }

        source.Line("return properties;").Close();
    }

    private void EmitProperty(PropertyModel property, int i)
    {
        source.Line($"DeclaringType = typeof({property.DeclaringType}),")
            .Line($"PropertyName = {Names.Literal(property.Name)},")
            .Line($"IsProperty = {Names.Bool(!property.IsField)},")
            .Line($"IsPublic = {Names.Bool(property.IsPublic || property.HasJsonInclude)},");
        if (property.IsVirtual) source.Line("IsVirtual = true,");
        if (property.HasJsonName) source.Line($"JsonPropertyName = {Names.Literal(property.JsonName)},");
        if (property.HasJsonInclude) source.Line("HasJsonInclude = true,");
        if (property.IsExtensionData) source.Line("IsExtensionData = true,");
        if (property.Converter is not null) source.Line($"Converter = (global::System.Text.Json.Serialization.JsonConverter<{property.Type}>){property.Converter},");
        if (property.IgnoreCondition is { } condition) source.Line($"IgnoreCondition = (global::System.Text.Json.Serialization.JsonIgnoreCondition){condition},");
        if (property.NumberHandling is { } numbers) source.Line($"NumberHandling = {NumberHandling(numbers)},");
        var name = Escape(property.Name);
        if (property.Get == Access.Direct) source.Line($"Getter = static target => (({property.DeclaringType})target).{name},");
        if (property.Get == Access.Accessor) source.Line($"Getter = static target => {(property.IsField ? $"Field{index}_{i}" : $"Get{index}_{i}")}({Target(property)}),");
        if (property.Set == Access.Direct) source.Line($"Setter = static (target, value) => {DirectTarget(property)}.{name} = value,");
        if (property.Set == Access.Accessor) source.Line($"Setter = static (target, value) => {(property.IsField ? $"Field{index}_{i}({Target(property)}) = value" : $"Set{index}_{i}({Target(property)}, value)")},");
    }

    /// <summary>A struct is changed inside its box.</summary>
    private string Target(PropertyModel property) => type.IsValueType ? $"ref global::System.Runtime.CompilerServices.Unsafe.Unbox<{type.Name}>(target)" : $"({property.DeclaringType})target";

    private string DirectTarget(PropertyModel property) => type.IsValueType ? $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{type.Name}>(target)" : $"(({property.DeclaringType})target)";

    private void EmitAccessors()
    {
        if (_members.Constructor is { NeedsAccessor: true } constructor)
        {
            var parameters = string.Join(", ", constructor.Parameters.Select((parameter, i) => $"{parameter.Type} p{i}"));
            source.Line().Line($"[{Accessor}({Accessor}Kind.Constructor)]").Line($"private static extern {type.Name} New{index}({parameters});");
        }

        for (var i = 0; i < _members.Properties.Count; i++) EmitAccessors(_members.Properties[i], i);
    }

    private void EmitAccessors(PropertyModel property, int i)
    {
        var target = type.IsValueType ? $"ref {type.Name} target" : $"{property.DeclaringType} target";
        if (property.IsField && (property.Get == Access.Accessor || property.Set == Access.Accessor))
        {
            source.Line().Line($"[{Accessor}({Accessor}Kind.Field, Name = {Names.Literal(property.Name)})]").Line($"private static extern ref {property.Type} Field{index}_{i}({target});");
            return;
        }

        if (property.Get == Access.Accessor) source.Line().Line($"[{Accessor}({Accessor}Kind.Method, Name = {Names.Literal("get_" + property.Name)})]").Line($"private static extern {property.Type} Get{index}_{i}({target});");
        if (property.Set == Access.Accessor) source.Line().Line($"[{Accessor}({Accessor}Kind.Method, Name = {Names.Literal("set_" + property.Name)})]").Line($"private static extern void Set{index}_{i}({target}, {property.Type} value);");
    }

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string NumberHandling(int value) => $"(global::System.Text.Json.Serialization.JsonNumberHandling){value}";

    private static string CreationHandling(int value) => $"(global::System.Text.Json.Serialization.JsonObjectCreationHandling){value}";
}
