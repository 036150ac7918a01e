using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Keeps what MSBuild said on disk, for the next opening.</summary>
/// <param name="stateFolder">A folder outside of the solution.</param>
/// <param name="location">The solution.</param>
internal sealed class LoadCache(string stateFolder, SolutionLocation location)
{
    private const int MaxBytes = 256 * 1024 * 1024;

    private readonly string _path = Path.Combine(stateFolder, $"projects-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(location.Key)))[..16]}.json");

    /// <summary>The projects of the last load, or null if nothing is kept, or it is damaged or somebody else's.</summary>
    public async Task<LoadRecord?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(_path) is not { Exists: true, Length: > SHA256.HashSizeInBytes and <= MaxBytes })
            {
                return null;
            }

            var bytes = await File.ReadAllBytesAsync(_path, cancellationToken).ConfigureAwait(false);
            var content = bytes.AsMemory(SHA256.HashSizeInBytes);
            var record = SHA256.HashData(content.Span).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
                ? JsonSerializer.Deserialize(content.Span, ProjectRecordJson.Default.LoadRecord)
                : null;
            return record is not null && record.Solution == location.Key && IsWhole(record) ? record : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // A cache that cannot be read is no cache: MSBuild is asked instead.
            return null;
        }
    }

    /// <summary>Keeps projects; it is no failure if the disk refuses.</summary>
    /// <returns>Whether they were kept.</returns>
    public async Task<bool> WriteAsync(string fingerprint, ImmutableArray<ProjectRecord> projects, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new LoadRecord(location.Key, fingerprint, projects), ProjectRecordJson.Default.LoadRecord);
        var temporary = $"{_path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(stateFolder);
            await File.WriteAllBytesAsync(temporary, [.. SHA256.HashData(content), .. content], cancellationToken).ConfigureAwait(false);
            File.Move(temporary, _path, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            // There is nothing to delete after a move, or where even the folder could not be made.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    // What the projects refer to may have been deleted since: a package, or the output of a project in another solution.
    private static bool IsWhole(LoadRecord record) =>
        record.Projects.SelectMany(project => project.References.Select(reference => reference.Path)).Distinct(StringComparer.Ordinal).All(File.Exists)
        && record.Projects.SelectMany(project => project.Documents.Select(document => document.Path)).Distinct(StringComparer.Ordinal).All(File.Exists);
}
