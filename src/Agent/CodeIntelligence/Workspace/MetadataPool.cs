using System.Collections.Concurrent;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Reads each referenced assembly once for all projects, with its documentation.</summary>
internal sealed class MetadataPool
{
    private readonly ConcurrentDictionary<(string Path, FileStamp Stamp), Lazy<Metadata>> _read = new();
    private readonly ConcurrentDictionary<(string Path, FileStamp Stamp, string Properties), MetadataReference> _references = new();

    /// <summary>The reference, or null if the file is not there.</summary>
    public MetadataReference? Get(MetadataRecord record)
    {
        if (FileStamp.Of(record.Path) is not { } stamp)
        {
            return null;
        }

        var properties = $"{record.EmbedInteropTypes}|{string.Join(',', record.Aliases)}";
        return _references.GetOrAdd((record.Path, stamp, properties), _ => Create(record, stamp));
    }

    private PortableExecutableReference Create(MetadataRecord record, FileStamp stamp) =>
        _read.GetOrAdd((record.Path, stamp), key => new Lazy<Metadata>(() => Read(key.Path))).Value is AssemblyMetadata assembly
            ? assembly.GetReference(Documentation(record.Path), record.Aliases, record.EmbedInteropTypes, record.Path)
            : MetadataReference.CreateFromFile(record.Path, new MetadataReferenceProperties(MetadataImageKind.Assembly, record.Aliases, record.EmbedInteropTypes));

    // Only the metadata are read, and the file is closed, so that a build may replace it.
    private static AssemblyMetadata Read(string path) =>
        AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata));

    private static XmlDocumentationProvider? Documentation(string path) =>
        Path.ChangeExtension(path, ".xml") is var xml && File.Exists(xml) ? XmlDocumentationProvider.CreateFromFile(xml) : null;
}
