using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Reads the properties and fields of a type that the serializer reads and writes, the most derived class first.</summary>
internal sealed class PropertyReader(TypeRegistry types, INamedTypeSymbol type, IMethodSymbol? constructor)
{
    private const int IgnoreAlways = 1;
    private const string Analysis = "System.Diagnostics.CodeAnalysis.";

    private readonly List<PropertyModel> _properties = [];
    private readonly HashSet<string> _seen = [];
    private TypeProblem? _problem;

    public (IReadOnlyList<PropertyModel> Properties, TypeProblem? Problem) Read()
    {
        foreach (var declaring in type.Hierarchy())
        {
            // As reflection lists them: the properties of a class, then its fields.
            foreach (var property in declaring.GetMembers().OfType<IPropertySymbol>()) Read(property);
            foreach (var field in declaring.GetMembers().OfType<IFieldSymbol>()) Read(field);
        }

        if (_problem is null && _properties.GroupBy(property => property.JsonName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } clash)
        {
            _problem = new($"'{TypeRegistry.Short(type)}' has two properties that are '{clash.Key}' in JSON");
        }

        return (_properties.OrderBy(property => property.Order).ToList(), _problem);
    }

    private void Read(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsIndexer || property.ExplicitInterfaceImplementations.Length > 0) return;
        var included = property.Has(AttributeNames.JsonInclude);
        if (!IsPublic(property.GetMethod) && !IsPublic(property.SetMethod) && !included) return;
        Add(property, property.Type, property.NullableAnnotation, new Accessors(
            Getter(property.GetMethod, included),
            Setter(property.SetMethod, included),
            IsPublic(property.GetMethod) || IsPublic(property.SetMethod)));
    }

    private void Read(IFieldSymbol field)
    {
        if (field.IsStatic || field.IsImplicitlyDeclared || !field.Has(AttributeNames.JsonInclude)) return;
        var isPublic = field.DeclaredAccessibility == Accessibility.Public;
        var access = isPublic ? Access.Direct : Access.Accessor;
        Add(field, field.Type, field.NullableAnnotation, new Accessors(access, field.IsReadOnly ? Access.None : access, isPublic));
    }

    private sealed record Accessors(Access Get, Access Set, bool IsPublic);

    private static bool IsPublic(IMethodSymbol? accessor) => accessor?.DeclaredAccessibility == Accessibility.Public;

    private static Access Getter(IMethodSymbol? accessor, bool included) =>
        accessor is null ? Access.None : IsPublic(accessor) ? Access.Direct : included ? Access.Accessor : Access.None;

    private static Access Setter(IMethodSymbol? accessor, bool included) =>
        accessor is null ? Access.None : IsPublic(accessor) && !accessor.IsInitOnly ? Access.Direct : IsPublic(accessor) || included ? Access.Accessor : Access.None;

    private void Add(ISymbol member, ITypeSymbol memberType, NullableAnnotation annotation, Accessors accessors)
    {
        var ignore = member.Attribute(AttributeNames.JsonIgnore) is { } attribute ? attribute.NamedArgument<int?>("Condition") ?? IgnoreAlways : (int?)null;
        if (!_seen.Add(member.Name) || ignore == IgnoreAlways) return; // what is ignored also hides what it overrides
        var parameter = constructor?.Parameters.FirstOrDefault(candidate =>
            string.Equals(candidate.Name, member.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(candidate.Type, memberType));
        var name = member.Attribute(AttributeNames.JsonPropertyName).Argument<string>();
        var extension = member.Has(AttributeNames.JsonExtensionData);
        var converter = ConverterReader.Read(member, memberType, types.Compilation);
        var numbers = member.Attribute(AttributeNames.JsonNumberHandling).Argument<int?>();
        _problem ??= Check(member, memberType, accessors, parameter) ?? converter?.Problem ?? CheckNumberHandling(member, numbers) ?? Nested(member, types.AddPart(memberType));
        _properties.Add(new PropertyModel
        {
            Name = member.Name,
            JsonName = name ?? NameRules.ToCamelCase(member.Name),
            HasJsonName = name is not null,
            DeclaringType = member.ContainingType.CSharpName(),
            Type = memberType.CSharpName(),
            IsField = member is IFieldSymbol,
            IsPublic = accessors.IsPublic,
            IsVirtual = member.IsVirtual || member.IsOverride || member.IsAbstract,
            HasJsonInclude = member.Has(AttributeNames.JsonInclude),
            IsExtensionData = extension,
            IsRequired = member.Has(AttributeNames.JsonRequired) || (IsRequiredMember(member) && constructor?.Has(AttributeNames.SetsRequiredMembers) != true),
            IsRequiredByConstructor = parameter is { HasExplicitDefaultValue: false },
            IsNullable = IsNullable(member, memberType, annotation, parameter),
            Get = accessors.Get,
            Set = accessors.Set,
            Order = member.Attribute(AttributeNames.JsonPropertyOrder).Argument<int?>() ?? 0,
            IgnoreCondition = ignore,
            NumberHandling = numbers,
            CreationHandling = member.Attribute(AttributeNames.JsonObjectCreationHandling).Argument<int?>(),
            Converter = converter?.Expression,
            ConverterSchema = converter?.Schema,
            DefaultJson = parameter is { HasExplicitDefaultValue: true } ? DefaultReader.Json(parameter.Type, parameter.ExplicitDefaultValue) : null,
            Annotations = AnnotationReader.Read(member).Or(parameter is null ? Annotations.None : AnnotationReader.Read(parameter)),
        });
    }

    /// <summary>A schema lists null where a getter may give it or a setter takes it, and where nothing says that it does not.</summary>
    private static bool IsNullable(ISymbol member, ITypeSymbol memberType, NullableAnnotation annotation, IParameterSymbol? parameter)
    {
        if (memberType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return true;
        if (!memberType.IsReferenceType) return false;
        var property = member as IPropertySymbol;
        var mayGive = (property is { GetMethod: null } || !IsNotNull(member, annotation) || member.Has(Analysis + "MaybeNullAttribute")) && !member.Has(Analysis + "NotNullAttribute");
        if (parameter is not null) return mayGive || MayTakeNull(parameter, parameter.NullableAnnotation);
        return mayGive || property is { SetMethod: null } || MayTakeNull(member, annotation);
    }

    /// <summary>Reflection knows a value of a type parameter as not null by the constraint alone, whatever the argument is.</summary>
    private static bool IsNotNull(ISymbol place, NullableAnnotation annotation) => annotation == NullableAnnotation.NotAnnotated && DeclaredType(place) switch
    {
        ITypeParameterSymbol parameter => parameter.HasNotNullConstraint || parameter.HasReferenceTypeConstraint && parameter.ReferenceTypeConstraintNullableAnnotation != NullableAnnotation.Annotated,
        _ => true,
    };

    private static ITypeSymbol? DeclaredType(ISymbol place) => place.OriginalDefinition switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static bool MayTakeNull(ISymbol place, NullableAnnotation annotation) =>
        (!IsNotNull(place, annotation) || place.Has(Analysis + "AllowNullAttribute")) && !place.Has(Analysis + "DisallowNullAttribute");

    private static bool IsRequiredMember(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static TypeProblem? Check(ISymbol member, ITypeSymbol memberType, Accessors accessors, IParameterSymbol? parameter)
    {
        var reached = accessors.Get == Access.Accessor || (accessors.Set == Access.Accessor && parameter is null);
        return reached && member.ContainingType.IsGenericType
            ? new($"'{TypeRegistry.Short(member.ContainingType)}' is generic, and '{member.Name}' can be set by an initializer alone: give it a constructor")
            : memberType.IsRefLikeType ? new($"'{member.Name}' is no data") : null;
    }

    /// <summary>Named numbers such as NaN have another schema.</summary>
    public static TypeProblem? CheckNumberHandling(ISymbol member, int? handling)
    {
        const int allowNamedNumbers = 4;
        return ((handling ?? 0) & allowNamedNumbers) != 0 ? new($"'{member.Name}' reads numbers by name") : null;
    }

    private TypeProblem? Nested(ISymbol member, TypeProblem? problem) => problem is null || ReferenceEquals(problem, TypeProblem.OfCompiler)
        ? problem
        : problem with { Reason = $"in '{TypeRegistry.Short(type)}.{member.Name}', {problem.Reason}" };
}
