namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>The attributes that are read, by the names of their classes.</summary>
internal static class AttributeNames
{
    public const string ToolSet = "Websopy.SemanticKernel.ToolSetAttribute";
    public const string Tool = "Websopy.SemanticKernel.ToolAttribute";
    public const string KernelFunction = "Microsoft.SemanticKernel.KernelFunctionAttribute";
    public const string FromKernelServices = "Microsoft.SemanticKernel.FromKernelServicesAttribute";
    public const string FromKeyedServices = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string FunctionName = "Microsoft.Extensions.AI.AIFunctionNameAttribute";
    public const string ParameterName = "Microsoft.Extensions.AI.AIParameterNameAttribute";

    public const string Description = "System.ComponentModel.DescriptionAttribute";
    public const string DisplayName = "System.ComponentModel.DisplayNameAttribute";
    public const string DefaultValue = "System.ComponentModel.DefaultValueAttribute";

    public const string Required = DataAnnotations + "RequiredAttribute";
    public const string EmailAddress = DataAnnotations + "EmailAddressAttribute";
    public const string Url = DataAnnotations + "UrlAttribute";
    public const string RegularExpression = DataAnnotations + "RegularExpressionAttribute";
    public const string StringLength = DataAnnotations + "StringLengthAttribute";
    public const string MinLength = DataAnnotations + "MinLengthAttribute";
    public const string MaxLength = DataAnnotations + "MaxLengthAttribute";
    public const string Length = DataAnnotations + "LengthAttribute";
    public const string Range = DataAnnotations + "RangeAttribute";
    public const string Base64String = DataAnnotations + "Base64StringAttribute";
    public const string AllowedValues = DataAnnotations + "AllowedValuesAttribute";
    public const string DeniedValues = DataAnnotations + "DeniedValuesAttribute";
    public const string DataType = DataAnnotations + "DataTypeAttribute";

    public const string JsonSerializable = Json + "JsonSerializableAttribute";
    public const string JsonConstructor = Json + "JsonConstructorAttribute";
    public const string JsonConverter = Json + "JsonConverterAttribute";
    public const string JsonDerivedType = Json + "JsonDerivedTypeAttribute";
    public const string JsonPolymorphic = Json + "JsonPolymorphicAttribute";
    public const string JsonExtensionData = Json + "JsonExtensionDataAttribute";
    public const string JsonIgnore = Json + "JsonIgnoreAttribute";
    public const string JsonInclude = Json + "JsonIncludeAttribute";
    public const string JsonNumberHandling = Json + "JsonNumberHandlingAttribute";
    public const string JsonObjectCreationHandling = Json + "JsonObjectCreationHandlingAttribute";
    public const string JsonPropertyName = Json + "JsonPropertyNameAttribute";
    public const string JsonPropertyOrder = Json + "JsonPropertyOrderAttribute";
    public const string JsonRequired = Json + "JsonRequiredAttribute";
    public const string JsonStringEnumMemberName = Json + "JsonStringEnumMemberNameAttribute";
    public const string JsonUnmappedMemberHandling = Json + "JsonUnmappedMemberHandlingAttribute";
    public const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    private const string DataAnnotations = "System.ComponentModel.DataAnnotations.";
    private const string Json = "System.Text.Json.Serialization.";
}
