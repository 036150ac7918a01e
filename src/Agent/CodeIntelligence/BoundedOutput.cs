using System.Buffers;
using System.Text;

namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>The first bytes of what a process writes; what comes after them is read, so that it does not block, and dropped.</summary>
internal sealed class BoundedOutput(int limit)
{
    private readonly ArrayBufferWriter<byte> _kept = new();

    public bool Cut { get; private set; }

    /// <summary>Reads to the end, which is there once every process that holds the other side has ended.</summary>
    /// <param name="source">The process's output.</param>
    /// <param name="cut">Called once, when more comes than is kept.</param>
    public async Task ReadAsync(Stream source, Action cut)
    {
        var buffer = new byte[16 << 10];
        // Not to be cancelled: ending the process ends its output.
        while (await source.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false) is > 0 and var read)
        {
            var room = Math.Min(read, limit - _kept.WrittenCount);
            _kept.Write(buffer.AsSpan(0, room));
            if (room == read || Cut)
                continue;
            Cut = true;
            cut();
        }
    }

    /// <summary>What was kept, without half a character at its end.</summary>
    public override string ToString()
    {
        var text = Encoding.UTF8.GetString(_kept.WrittenSpan);
        return Cut ? text.TrimEnd('\uFFFD') : text;
    }
}
