using System.Security.Cryptography;
using System.Text;

namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>The keys that open the endpoint. Holds hashes, and compares them in a time that tells nothing of the keys.</summary>
internal sealed class ApiKeyRing(IEnumerable<string> keys)
{
    private const string Scheme = "Bearer ";
    private readonly byte[][] _hashes = [.. keys.Select(Hash)];

    /// <summary>Whether the request may pass.</summary>
    /// <param name="authorization">The request's header.</param>
    /// <param name="owner">Who asks, as the key's hash; <see langword="null"/> where no key is asked for.</param>
    public bool TryIdentify(string? authorization, out byte[]? owner)
    {
        owner = null;
        if (_hashes.Length == 0)
            return true;
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;

        var presented = Hash(authorization[Scheme.Length..].Trim());
        foreach (var hash in _hashes)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, presented))
                owner = hash;
        }

        return owner is not null;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
