using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Model;
using Websopy.SemanticKernel.ToolGenerator.Schema;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Reads a method that is a tool.</summary>
internal sealed class ToolReader(TypeRegistry types, DiagnosticSink diagnostics, bool strict)
{
    private const int MaxDescription = 1024;

    /// <summary>The name of the tool that a method makes.</summary>
    public static string Name(IMethodSymbol method) =>
        method.InheritedAttribute(AttributeNames.Tool).Argument<string>()
        ?? NotEmpty(method.InheritedAttribute(AttributeNames.KernelFunction).Argument<string>()?.Trim())
        ?? method.InheritedAttribute(AttributeNames.FunctionName).Argument<string>()
        ?? method.InheritedAttribute(AttributeNames.DisplayName).Argument<string>()
        ?? NameRules.ToolName(method);

    /// <summary>Reads a method.</summary>
    /// <returns>The tool; <see langword="null"/> where it is in error.</returns>
    public ToolModel? Read(IMethodSymbol method)
    {
        var name = Name(method);
        if (!Check(method, name)) return null;
        var parameters = method.Parameters.Select(new ParameterReader(types, diagnostics, strict).Read).OfType<ParameterModel>().ToList();
        var (kind, result) = ResultReader.Read(method.ReturnType);
        if (result.Is(ResultReader.KernelResult)) (kind, result) = (ResultKind.KernelResult, types.Compilation.GetSpecialType(SpecialType.System_Object));
        var isReadable = CheckResult(method, kind, result) & CheckArgumentNames(method);
        if (!isReadable || parameters.Count < method.Parameters.Length) return null;
        var description = DescriptionReader.Read(method);
        var described = parameters.Select((parameter, i) => parameter.Kind == ParameterKind.Argument ? DescriptionReader.Read(method.Parameters[i]) : null).ToList();
        CheckDescriptions(method, description, parameters, described);
        var schema = ArgumentsSchema(method, parameters, described, out var parts);
        return new ToolModel(
            name,
            description ?? "",
            method.ContainingType.CSharpName(),
            SyntaxFacts.GetKeywordKind(method.Name) == SyntaxKind.None ? method.Name : "@" + method.Name,
            method.IsStatic,
            parameters.ToEquatableArray(),
            new ResultModel(kind, result?.CSharpName()),
            schema,
            result is null ? null : ResultSchema(method, kind, result),
            parts.ToEquatableArray(),
            ResultSchemaType(kind, result));
    }

    private bool Check(IMethodSymbol method, string name)
    {
        if (method.IsGenericMethod) return diagnostics.Fail(DiagnosticCatalog.GenericMethod, method, method.Name);
        if (!types.Compilation.IsSymbolAccessibleWithin(method, types.Compilation.Assembly)) return diagnostics.Fail(DiagnosticCatalog.MethodNotAccessible, method, method.Name, AccessibilityText(method));
        if (method is { IsAsync: true, ReturnsVoid: true }) return diagnostics.Fail(DiagnosticCatalog.AsyncVoid, method, method.Name);
        if (method.ReturnsByRef || method.ReturnsByRefReadonly) return diagnostics.Fail(DiagnosticCatalog.UnsupportedResultType, method, method.Name, "it is a reference");
        return NameRules.IsToolName(name) || diagnostics.Fail(DiagnosticCatalog.InvalidName, method, name);
    }

    private static string AccessibilityText(IMethodSymbol method) => method.DeclaredAccessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "not accessible",
    };

    private bool CheckArgumentNames(IMethodSymbol method)
    {
        var seen = new Dictionary<string, IParameterSymbol>();
        foreach (var parameter in method.Parameters)
        {
            var name = ParameterReader.ArgumentName(parameter);
            if (seen.TryGetValue(name, out var first)) return diagnostics.Fail(DiagnosticCatalog.DuplicateParameterName, parameter, first.Name, parameter.Name, method.Name, name);
            seen.Add(name, parameter);
        }

        return true;
    }

    private bool CheckResult(IMethodSymbol method, ResultKind kind, ITypeSymbol? result)
    {
        if (result is null || (kind != ResultKind.Sequence && IsContent(result))) return true;
        if ((kind == ResultKind.Sequence ? types.Add(SequenceOf(result)) : types.Add(result)) is { } problem)
        {
            diagnostics.ReportType(DiagnosticCatalog.UnsupportedResultType, method, result, problem, method.Name);
            return false;
        }

        diagnostics.CheckEmpty(types, result, method);
        return true;
    }

    private void CheckDescriptions(IMethodSymbol method, string? description, List<ParameterModel> parameters, List<string?> described)
    {
        if (string.IsNullOrWhiteSpace(description)) diagnostics.Report(DiagnosticCatalog.DescriptionMissing, method, method.Name);
        if (description is { Length: > MaxDescription }) diagnostics.Report(DiagnosticCatalog.DescriptionTooLong, method, method.Name, description.Length, MaxDescription);
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Kind == ParameterKind.Argument && string.IsNullOrWhiteSpace(described[i])) diagnostics.Report(DiagnosticCatalog.ParameterDescriptionMissing, method.Parameters[i], method.Parameters[i].Name, method.Name);
        }
    }

    private string ArgumentsSchema(IMethodSymbol method, List<ParameterModel> parameters, List<string?> described, out List<SchemaPart> parts)
    {
        parts = [];
        var schema = new SchemaNode { Types = { "object" }, Properties = [], IsClosed = strict };
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Kind != ParameterKind.Argument) continue;
            var (name, parameter) = (parameters[i].Name, method.Parameters[i]);
            schema.Properties.Add(new(name, ArgumentSchema(parameter, parameters[i], described[i])));
            if (parameters[i].Default is null || parameter.InheritedAttribute(AttributeNames.Required) is not null) schema.Required.Add(name);
            if (types.Models[parameters[i].Type].Shape == TypeShape.External) parts.Add(new(name, parameters[i].Type, MayBeNull(parameter)));
        }

        return schema.ToString();
    }

    private SchemaNode ArgumentSchema(IParameterSymbol parameter, ParameterModel model, string? description)
    {
        var annotations = AnnotationReader.Read(parameter) with { Description = description };
        var builder = new SchemaBuilder(types.Models, "#/properties/" + model.Name.Replace("~", "~0").Replace("/", "~1"), MayBeNull(parameter), strict);
        var value = DefaultValues.Find(parameter) is { } found ? DefaultReader.Json(parameter.Type, found.Value) : null;
        return builder.Build(model.Type, annotations, value);
    }

    private static bool MayBeNull(IParameterSymbol parameter)
    {
        const string analysis = "System.Diagnostics.CodeAnalysis.";
        if (!parameter.Type.IsReferenceType) return parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return parameter.NullableAnnotation == NullableAnnotation.Annotated ? !parameter.Has(analysis + "DisallowNullAttribute") : parameter.Has(analysis + "AllowNullAttribute");
    }

    private string ResultSchema(IMethodSymbol method, ResultKind kind, ITypeSymbol result)
    {
        var written = kind == ResultKind.Sequence ? SequenceOf(result) : result;
        if (kind != ResultKind.Sequence && IsContent(result)) return "{}";
        var description = method.GetReturnTypeAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(AttributeNames.Description)).Argument<string>();
        return new SchemaBuilder(types.Models, "#", isNullableParameter: false, strict).Build(written.CSharpName(), Annotations.None with { Description = description }, null).ToString();
    }

    private string? ResultSchemaType(ResultKind kind, ITypeSymbol? result)
    {
        if (result is null) return null;
        var written = kind == ResultKind.Sequence ? SequenceOf(result) : result;
        var isExternal = (kind != ResultKind.Sequence && IsContent(result)) || types.Models[written.CSharpName()].Shape == TypeShape.External;
        return isExternal ? written.CSharpName() : null;
    }

    /// <summary>The items of an asynchronous sequence are gathered, and written as one that is not.</summary>
    private INamedTypeSymbol SequenceOf(ITypeSymbol item) => types.Compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T).Construct(item);

    /// <summary>Contents of a message, which are passed on as they are.</summary>
    private static bool IsContent(ITypeSymbol type) => IsContentClass(type)
        || type.AllInterfaces.Prepend(type).Any(implemented => implemented is INamedTypeSymbol { Arity: 1 } sequence && sequence.Is("System.Collections.Generic.IEnumerable`1") && IsContentClass(sequence.TypeArguments[0]));

    private static bool IsContentClass(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is("Microsoft.Extensions.AI.AIContent")) return true;
        }

        return false;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
