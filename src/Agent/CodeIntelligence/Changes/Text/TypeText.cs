using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Types as people write them, brought to one spelling: keywords for the predefined ones, no namespaces.</summary>
internal static class TypeText
{
    public static string Of(TypeSyntax? type) => type switch
    {
        null => "",
        PredefinedTypeSyntax predefined => predefined.Keyword.Text,
        IdentifierNameSyntax name => Keyword(name.Identifier.ValueText),
        QualifiedNameSyntax qualified => Of(qualified.Right),
        AliasQualifiedNameSyntax alias => Of(alias.Name),
        GenericNameSyntax generic => $"{generic.Identifier.ValueText}<{string.Join(",", generic.TypeArgumentList.Arguments.Select(Of))}>",
        NullableTypeSyntax nullable => Of(nullable.ElementType) + "?",
        PointerTypeSyntax pointer => Of(pointer.ElementType) + "*",
        ArrayTypeSyntax array => Of(array.ElementType) + string.Concat(array.RankSpecifiers.Select(rank => $"[{new string(',', rank.Rank - 1)}]")),
        TupleTypeSyntax tuple => $"({string.Join(",", tuple.Elements.Select(element => Of(element.Type)))})",
        RefTypeSyntax reference => Of(reference.Type),
        ScopedTypeSyntax scoped => Of(scoped.Type),
        _ => string.Concat(type.DescendantTokens().Select(token => token.Text)),
    };

    /// <summary>The type without the question marks that do not tell overloads of reference types apart.</summary>
    public static string WithoutNullable(string type) => type.Replace("?", "", StringComparison.Ordinal);

    private static string Keyword(string name) => name switch
    {
        "String" => "string",
        "Object" => "object",
        "Boolean" => "bool",
        "Byte" => "byte",
        "SByte" => "sbyte",
        "Char" => "char",
        "Decimal" => "decimal",
        "Double" => "double",
        "Single" => "float",
        "Int16" => "short",
        "Int32" => "int",
        "Int64" => "long",
        "UInt16" => "ushort",
        "UInt32" => "uint",
        "UInt64" => "ulong",
        "IntPtr" => "nint",
        "UIntPtr" => "nuint",
        _ => name,
    };

    /// <summary>A parameter as overloads are told apart by it: its type and how it is passed.</summary>
    public static (string Type, string Passing) Parameter(ParameterSyntax parameter) => (Of(parameter.Type), PassedBy(parameter));

    private static string PassedBy(ParameterSyntax parameter)
    {
        foreach (var modifier in parameter.Modifiers)
        {
            if (modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword)
            {
                return modifier.Text;
            }
        }

        return "";
    }
}
