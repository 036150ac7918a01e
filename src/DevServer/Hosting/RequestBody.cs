using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>Reads a request's body, up to the limit.</summary>
internal static class RequestBody
{
    private const int FirstBufferBytes = 4096;
    private const int TrustedLength = 64 * 1024;

    /// <exception cref="RequestRefusedException">The body is too large, or not JSON by its content type.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.InvalidRequest, "The content type must be application/json.");
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);

        // The limit is this one, not the server's, so that the answer to a larger body is the protocol's.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = null;

        var body = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 0, FirstBufferBytes, TrustedLength));
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(FirstBufferBytes), context.RequestAborted).ConfigureAwait(false);
            if (read == 0)
                return body.WrittenMemory;
            body.Advance(read);
            if (body.WrittenCount > maxBytes)
                throw TooLarge(maxBytes);
        }
    }

    private static RequestRefusedException TooLarge(int maxBytes) => new(
        StatusCodes.Status413PayloadTooLarge, ErrorCodes.RequestTooLarge, $"The body is larger than {maxBytes} bytes.");
}
