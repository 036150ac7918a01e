namespace Websopy.SemanticKernel.ToolGenerator.Model;

/// <summary>All that is emitted for a tool set. Values only: no symbol, syntax or compilation, so that equal input is recognised.</summary>
/// <param name="Namespace">The namespace of the class, or an empty string.</param>
/// <param name="TypeName">The class, with <c>global::</c>.</param>
/// <param name="FileName">The name of the generated file, unique in the compilation.</param>
/// <param name="ExtensionClass">The name of the static class with the extension methods.</param>
/// <param name="IsPublic">Whether other assemblies can see the class.</param>
/// <param name="PartialParts">For a static class its declaration and those around it, outermost first; else empty.</param>
/// <param name="PluginName">The name that Semantic Kernel gives the plugin.</param>
/// <param name="PluginDescription">What the class says of itself.</param>
/// <param name="Strict">Whether the schemas keep to the strict mode.</param>
/// <param name="HasKernel">Whether Semantic Kernel's factories are in the compilation.</param>
/// <param name="JsonContext">The user's serializer context, or <see langword="null"/>.</param>
/// <param name="ContextTypes">The types that the context describes, as far as the tools use them.</param>
/// <param name="Tools">The tools.</param>
/// <param name="Types">The types that the serializer must be told of.</param>
internal sealed record ToolSetModel(
    string Namespace,
    string TypeName,
    string FileName,
    string ExtensionClass,
    bool IsPublic,
    EquatableArray<string> PartialParts,
    string PluginName,
    string PluginDescription,
    bool Strict,
    bool HasKernel,
    string? JsonContext,
    EquatableArray<string> ContextTypes,
    EquatableArray<ToolModel> Tools,
    EquatableArray<TypeModel> Types);
