using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Reads where the value of a parameter comes from.</summary>
internal sealed class ParameterReader(TypeRegistry types, DiagnosticSink diagnostics, bool strict)
{
    private const string Kernel = "Microsoft.SemanticKernel.";

    /// <summary>Reads a parameter.</summary>
    /// <returns>The parameter; <see langword="null"/> where it is in error.</returns>
    public ParameterModel? Read(IParameterSymbol parameter)
    {
        var method = parameter.ContainingSymbol.Name;
        if (parameter.RefKind != RefKind.None)
        {
            diagnostics.Report(DiagnosticCatalog.ByReference, parameter, parameter.Name, method, RefKindText(parameter.RefKind));
            return null;
        }

        var type = parameter.Type.CSharpName();
        return Injected(parameter) is { } kind ? new(kind, parameter.Name, type, InjectedDefault(parameter), ServiceKey(parameter, kind)) : ReadArgument(parameter, type);
    }

    private static string RefKindText(RefKind kind) => kind switch
    {
        RefKind.Out => "out",
        RefKind.In => "in",
        RefKind.RefReadOnlyParameter => "ref readonly",
        _ => "ref",
    };

    /// <summary>The argument's name.</summary>
    public static string ArgumentName(IParameterSymbol parameter) =>
        parameter.InheritedAttribute(AttributeNames.ParameterName).Argument<string>() ?? parameter.Name;

    internal static ParameterKind? Injected(IParameterSymbol parameter)
    {
        if (parameter.Has(AttributeNames.FromKernelServices)) return ParameterKind.KernelService;
        if (parameter.Has(AttributeNames.FromKeyedServices)) return ParameterKind.KeyedService;
        return parameter.Type.MetadataName() switch
        {
            "System.Threading.CancellationToken" => ParameterKind.CancellationToken,
            "System.IServiceProvider" => ParameterKind.Services,
            "Microsoft.Extensions.AI.AIFunctionArguments" => ParameterKind.Arguments,
            Kernel + "Kernel" => ParameterKind.Kernel,
            Kernel + "KernelArguments" => ParameterKind.KernelArguments,
            Kernel + "KernelFunction" => ParameterKind.KernelFunction,
            Kernel + "IAIServiceSelector" => ParameterKind.ServiceSelector,
            "Microsoft.Extensions.Logging.ILoggerFactory" => ParameterKind.LoggerFactory,
            "Microsoft.Extensions.Logging.ILogger" => ParameterKind.Logger,
            "System.Globalization.CultureInfo" or "System.IFormatProvider" => ParameterKind.Culture,
            _ => null,
        };
    }

    private static string? InjectedDefault(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? DefaultReader.Expression(parameter.Type, parameter.ExplicitDefaultValue) : null;

    private static string? ServiceKey(IParameterSymbol parameter, ParameterKind kind)
    {
        var attribute = kind switch
        {
            ParameterKind.KernelService => parameter.Attribute(AttributeNames.FromKernelServices),
            ParameterKind.KeyedService => parameter.Attribute(AttributeNames.FromKeyedServices),
            _ => null,
        };
        var key = attribute?.ConstructorArguments.FirstOrDefault();
        return key is { IsNull: false, Kind: not (TypedConstantKind.Array or TypedConstantKind.Error) } constant ? constant.ToCSharpString() : null;
    }

    private ParameterModel? ReadArgument(IParameterSymbol parameter, string type)
    {
        var name = ArgumentName(parameter);
        var method = parameter.ContainingSymbol.Name;
        if (!NameRules.IsArgumentName(name) && parameter.InheritedAttribute(AttributeNames.ParameterName) is not null)
        {
            diagnostics.Report(DiagnosticCatalog.InvalidParameterName, parameter, name);
            return null;
        }

        if (types.Add(parameter.Type) is { } problem)
        {
            diagnostics.ReportType(DiagnosticCatalog.UnsupportedParameterType, parameter, parameter.Type, problem, parameter.Name, method);
            return null;
        }

        if (new ReadCheck(types.Models).Find(type) is { } unreadable)
        {
            diagnostics.Report(DiagnosticCatalog.UnsupportedParameterType, parameter, parameter.Name, method, unreadable);
            return null;
        }

        diagnostics.CheckEmpty(types, parameter.Type, parameter);
        return CheckDefault(parameter, method, out var value) ? new(ParameterKind.Argument, name, type, value, null) : null;
    }

    private bool CheckDefault(IParameterSymbol parameter, string method, out string? expression)
    {
        expression = null;
        var attribute = parameter.InheritedAttribute(AttributeNames.DefaultValue);
        if (attribute is not null && !DefaultValues.Fits(attribute, parameter.Type))
        {
            diagnostics.Report(DiagnosticCatalog.DefaultValueMismatch, parameter, parameter.Name, method, DefaultValues.TypeName(attribute), TypeRegistry.Short(parameter.Type));
            return false;
        }

        if (DefaultValues.Find(parameter) is not { } found) return true;
        expression = DefaultReader.Expression(parameter.Type, found.Value);
        if (parameter.InheritedAttribute(AttributeNames.Required) is not null) diagnostics.Report(DiagnosticCatalog.RequiredWithDefault, parameter, parameter.Name, method);
        if (strict) diagnostics.Report(DiagnosticCatalog.StrictOptional, parameter, parameter.Name, method);
        return !strict;
    }
}
