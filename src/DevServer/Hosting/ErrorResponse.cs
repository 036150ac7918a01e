using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>An answer that is not a stream: <c>{"error":{"code","message"}}</c>.</summary>
internal static class ErrorResponse
{
    private const int RetryAfterSeconds = 1;
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpResponse response, RequestRefusedException refusal, CancellationToken cancellationToken)
    {
        response.StatusCode = refusal.Status;
        response.ContentType = WireNames.JsonMediaType;
        response.Headers.XContentTypeOptions = "nosniff";
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (refusal.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);

        using (var json = new Utf8JsonWriter(response.BodyWriter, Relaxed))
        {
            json.WriteStartObject();
            json.WriteStartObject(WireNames.Error.Envelope);
            json.WriteString(WireNames.Error.Code, refusal.Code);
            json.WriteString(WireNames.Error.Message, refusal.Message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
