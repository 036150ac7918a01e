using System.Text.Json;
using Microsoft.Extensions.AI;
using Fields = Websopy.SemanticKernel.Protocol.WireNames.Part;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>One part of a message with several.</summary>
internal static class PartReader
{
    /// <summary>The wire says only that it is an image; its kind is found out by whoever fetches it.</summary>
    private const string AnyImage = "image/*";

    public static AIContent Read(JsonElement part)
    {
        if (part.AsObject().Optional(Fields.Type) is { ValueKind: JsonValueKind.String } type)
        {
            if (type.ValueEquals(Fields.Text))
                return new TextContent(part.OptionalString(Fields.Text) ?? throw new InvalidRequestException("text", "is required"));
            if (type.ValueEquals(Fields.Image))
                return ReadImage(part.RequiredString(Fields.Url));
        }

        throw new InvalidRequestException("type", "must be \"text\" or \"image\"");
    }

    private static AIContent ReadImage(string url)
    {
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return ReadData(url);
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
            return new UriContent(uri, AnyImage);
        throw new InvalidRequestException("url", "must be an https: or data: address");
    }

    private static DataContent ReadData(string url)
    {
        try
        {
            return new DataContent(url);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new InvalidRequestException("url", "is not a data: address that can be read");
        }
    }
}
