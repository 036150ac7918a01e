using System.Net;
using System.Net.Http.Headers;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Transport;

/// <summary>A request's bytes, kept for the attempts of one call and sent from the pooled memory they were written to.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly PooledBuffer<byte> _bytes;
    private readonly object _lock = new();
    private int _sending;
    private bool _disposed;

    private RequestBody(PooledBuffer<byte> bytes, string? plainMessage)
    {
        _bytes = bytes;
        PlainMessage = plainMessage;
    }

    /// <summary>The text to send as the documented <c>GET</c>; <see langword="null"/> for a <c>POST</c> of the bytes.</summary>
    public string? PlainMessage { get; }

    public static RequestBody Post(PooledBuffer<byte> bytes) => new(bytes, null);

    public static RequestBody Get(string message) => new(new PooledBuffer<byte>(), message);

    /// <summary>The body as HTTP content, once an attempt.</summary>
    public HttpContent ToContent() => new Content(this);

    /// <summary>
    /// Gives the memory back, but never from under a socket: a server that answers before it has read the request leaves the
    /// sending under way, and then the memory goes to the garbage collector instead of to the next request.
    /// </summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed) return;
            _disposed = true;
            if (_sending == 0) _bytes.Dispose();
        }
    }

    private void BeginSending()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _sending++;
        }
    }

    private void EndSending()
    {
        lock (_lock) _sending--;
    }

    private sealed class Content : HttpContent
    {
        private readonly RequestBody _body;

        public Content(RequestBody body)
        {
            _body = body;
            Headers.ContentType = new MediaTypeHeaderValue(WireNames.JsonMediaType);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            _body.BeginSending();
            try
            {
                await stream.WriteAsync(_body._bytes.WrittenMemory, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _body.EndSending();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body._bytes.Length;
            return true;
        }
    }
}
