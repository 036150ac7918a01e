using System.Net;

namespace Websopy.SemanticKernel.Contract.Tests.Hosts;

/// <summary>Breaks every answer off after so many bytes of its body, as a bad network does.</summary>
internal sealed class CuttingHandler(HttpMessageHandler inner, int bytes) : DelegatingHandler(inner)
{
    private int _cuts;

    /// <summary>How many answers were broken off.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
            return response;

        var cut = new StreamContent(new CutStream(await response.Content.ReadAsStreamAsync(cancellationToken), bytes, () => Interlocked.Increment(ref _cuts)));
        foreach (var (name, values) in response.Content.Headers)
            cut.Headers.TryAddWithoutValidation(name, values);

        response.Content = cut;
        return response;
    }

    private sealed class CutStream(Stream inner, int left, Action onCut) : Stream
    {
        private int _left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0)
            {
                onCut();
                throw new IOException("The connection was cut.");
            }

            var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
