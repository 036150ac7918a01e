using System.Text;

namespace Websopy.SemanticKernel.TestKit.Http;

/// <summary>A request as a server saw it. Header names are compared without case.</summary>
public sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string BodyText => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<RecordedRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var body = Array.Empty<byte>();
        foreach (var (name, values) in request.Headers)
            headers[name] = string.Join(", ", values);

        if (request.Content is { } content)
        {
            body = await content.ReadAsByteArrayAsync(cancellationToken);
            foreach (var (name, values) in content.Headers)
                headers[name] = string.Join(", ", values);
        }

        return new(request.Method.Method, request.RequestUri?.ToString() ?? "", headers, body);
    }
}
