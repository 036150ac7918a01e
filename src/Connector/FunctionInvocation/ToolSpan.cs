using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// The span of a function's run, <c>execute_tool</c> of OpenTelemetry's conventions for generative AI, with the names and the
/// conditions of the base class: under an agent's span the agent says whether arguments and results may be seen.
/// </summary>
internal static class ToolSpan
{
    /// <summary>The mark that the base class's telemetry leaves on an agent's span.</summary>
    private const string SensitiveDataMark = "__EnableSensitiveData__";

    /// <returns>The span, current; <see langword="null"/> where nobody listens.</returns>
    public static Activity? Start(MidStreamFunctionInvokingChatClient client, FunctionInvocationContext context, out bool isSensitiveDataAllowed)
    {
        var agent = Activity.Current is { } current && (Is(current, "invoke_agent") || Is(current, "invoke_workflow")) ? current : null;
        var function = context.Function;
        var span = (agent?.Source ?? client.ActivitySource)?.StartActivity($"execute_tool {function.Name}", ActivityKind.Internal, default(ActivityContext),
        [
            new("gen_ai.operation.name", "execute_tool"),
            new("gen_ai.tool.type", "function"),
            new("gen_ai.tool.call.id", context.CallContent.CallId),
            new("gen_ai.tool.name", function.Name),
            new("gen_ai.tool.description", function.Description),
        ]);
        isSensitiveDataAllowed = span is { IsAllDataRequested: true } && (agent is not null
            ? agent.GetCustomProperty(SensitiveDataMark) as string == "true"
            : client.Responder.GetService<OpenTelemetryChatClient>()?.EnableSensitiveData == true);
        return span;
    }

    public static void Fail(Activity? span, Exception exception) =>
        span?.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error, exception.Message);

    /// <summary>A value as JSON for whoever may see it; <c>{}</c> where it has none.</summary>
    public static string Describe(object? value, JsonSerializerOptions options)
    {
        if (value is null) return "null";
        if (!options.TryGetTypeInfo(value.GetType(), out var type) && !AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out type)) return "{}";
        return Describe(value, type);
    }

    private static string Describe(object value, JsonTypeInfo type)
    {
        try
        {
            return JsonSerializer.Serialize(value, type);
        }
        catch (Exception)
        {
            return "{}"; // telemetry must not fail a call, whatever a property throws; the base class takes it so
        }
    }

    private static bool Is(Activity activity, string operation) =>
        activity.DisplayName.StartsWith(operation, StringComparison.Ordinal)
        && (activity.DisplayName.Length == operation.Length || activity.DisplayName[operation.Length] == ' ');
}
