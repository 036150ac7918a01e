using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>A record as bytes. A hash of all of it stands at the end, so that a torn or altered record is seen as one.</summary>
internal static class RecordFormat
{
    private const uint Magic = 0x314A5357; // "WSJ1"

    public static byte[] Write(JournalRecord record)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(record.Id);
        writer.Write(record.Title);
        writer.Write(record.At.UtcTicks);
        WriteOptional(writer, record.Undoes);
        writer.Write(record.Files.Length);
        foreach (var file in record.Files)
        {
            writer.Write(file.Path);
            writer.Write(file.Before?.Length ?? -1);
            writer.Write(file.Before ?? []);
            writer.Write((int?)file.BeforeMode ?? -1);
            WriteOptional(writer, file.AfterHash);
            writer.Write((int?)file.AfterMode ?? -1);
        }
        WriteAll(writer, record.NewFolders);
        WriteAll(writer, record.SpentFolders);
        writer.Flush();
        writer.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public static JournalRecord Read(byte[] data)
    {
        var length = data.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(data.AsSpan(0, length)).AsSpan().SequenceEqual(data.AsSpan(length)))
            throw new InvalidDataException("The record is torn or was altered.");
        using var reader = new BinaryReader(new MemoryStream(data, 0, length), Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() != Magic) throw new InvalidDataException("The record is of another version.");
            return new(
                reader.ReadString(),
                reader.ReadString(),
                new(reader.ReadInt64(), TimeSpan.Zero),
                ReadOptional(reader),
                ReadMany(reader, ReadFile),
                ReadMany(reader, static r => r.ReadString()),
                ReadMany(reader, static r => r.ReadString()));
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The record cannot be read.", e);
        }
    }

    private static RecordedFile ReadFile(BinaryReader reader)
    {
        var path = reader.ReadString();
        var length = reader.ReadInt32();
        var before = reader.ReadBytes(Math.Max(0, length));
        if (before.Length < length) throw new EndOfStreamException();
        return new(path, length < 0 ? null : before, ReadMode(reader), ReadOptional(reader), ReadMode(reader));
    }

    private static ImmutableArray<T> ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            items.Add(read(reader));
        return items.ToImmutable();
    }

    private static UnixFileMode? ReadMode(BinaryReader reader) => reader.ReadInt32() is >= 0 and var mode ? (UnixFileMode)mode : null;

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    private static void WriteAll(BinaryWriter writer, ImmutableArray<string> texts)
    {
        writer.Write(texts.Length);
        foreach (var text in texts)
            writer.Write(text);
    }
}
