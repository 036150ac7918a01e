using Microsoft.AspNetCore.Http;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>
/// Refuses what a page of another site makes its visitor's browser send. Such a page cannot read the answer, but a GET
/// needs no permission to be sent, and each would spend tokens of the model behind the server.
/// </summary>
internal static class CrossSiteRefusal
{
    private static readonly RequestRefusedException Refusal = new(
        StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, "Pages of other sites may not use this server.");

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["Sec-Fetch-Site"] != "cross-site")
            return next(context);
        context.Response.Headers[WireNames.RequestIdHeader] = context.TraceIdentifier;
        return ErrorResponse.WriteAsync(context.Response, Refusal, context.RequestAborted);
    }
}
