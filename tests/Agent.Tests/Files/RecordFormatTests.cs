using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

public sealed class RecordFormatTests
{
    private static readonly JournalRecord Record = new(
        "000007-0123456789abcdef",
        "Größe",
        new(2026, 5, 1, 12, 30, 0, TimeSpan.Zero),
        "000006-0123456789abcdef",
        [
            new("src/a.cs", [1, 2, 3], UnixFileMode.UserRead, RecordedFile.Hash([4]), UnixFileMode.UserWrite),
            new("empty.cs", [], null, null, null),
            new("new.cs", null, null, RecordedFile.Hash([]), null),
        ],
        ["x", "x/y"],
        ["z"]);

    [Fact]
    public void Read_WhatWasWritten_GivesTheSame()
    {
        var read = RecordFormat.Read(RecordFormat.Write(Record));
        Assert.Equal((Record.Id, Record.Title, Record.At, Record.Undoes), (read.Id, read.Title, read.At, read.Undoes));
        Assert.Equal(Record.NewFolders, read.NewFolders);
        Assert.Equal(Record.SpentFolders, read.SpentFolders);
        Assert.Equal(Record.Files.Select(file => file.Before), read.Files.Select(file => file.Before));
        Assert.Equal(Record.WithoutContents().Files, read.WithoutContents().Files);
    }

    [Fact]
    public void Read_AnyByteAltered_IsSeen()
    {
        var bytes = RecordFormat.Write(Record);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => RecordFormat.Read(bytes));
            bytes[i] ^= 0x10;
        }
    }

    [Fact]
    public void Read_TornAnywhere_IsSeen()
    {
        var bytes = RecordFormat.Write(Record);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => RecordFormat.Read(bytes[..length]));
    }
}
