using Microsoft.Win32.SafeHandles;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Inspection;

/// <summary>Inspects one file: its name, its digest, its archive.</summary>
/// <param name="index">The index: it determines which digests are needed.</param>
/// <param name="level">How violations of the index's rules are treated.</param>
/// <param name="time">The clock.</param>
/// <param name="required">The required SHA-256 of files, by path.</param>
internal sealed class FileInspector(PackageIndex index, PreflightLevel level, TimeProvider time, IReadOnlyDictionary<string, string> required)
{
    public async Task<InspectedFile> InspectAsync(string path, CancellationToken cancellationToken)
    {
        var fileName = Path.GetFileName(path);
        if (!DistributionFileName.TryParse(fileName, out var name, out var complaint))
        {
            return InspectedFile.Unusable(new(FindingSeverity.Error, fileName, complaint, "Let the build backend name the file; do not rename it."));
        }

        try
        {
            RegularFile.ThrowIfOther(path);
            using var file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
            using var content = new FileView(file);
            var (digests, archive) = await ReadAsync(file, content, name, cancellationToken);
            return required.TryGetValue(path, out var before) && before != digests.Sha256
                ? InspectedFile.Unusable(DistributionFailures.Replaced(fileName, before, digests.Sha256))
                : Judged(path, name, digests, archive);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return InspectedFile.Unusable(DistributionFailures.Unreadable(fileName, unreadable.Message));
        }
    }

    /// <summary>Hashing and reading the archive run in parallel; both finish before the file is closed, whatever happens.</summary>
    private async Task<(FileDigests Digests, JudgedArchive Archive)> ReadAsync(
        SafeFileHandle file, FileView content, DistributionFileName name, CancellationToken cancellationToken)
    {
        var digesting = FileDigests.ComputeAsync(file, index.Profile.WantsAllDigests, cancellationToken);
        var judging = Task.Run(() => Archive(name, content), CancellationToken.None);
        await Task.WhenAll(digesting, judging);
        return (await digesting, await judging);
    }

    private JudgedArchive Archive(DistributionFileName name, Stream content)
    {
        var now = time.GetUtcNow();
        try
        {
            var metadata = ArchivedMetadata.Read(name, content);
            return new(metadata, level == PreflightLevel.Off ? [] :
                [.. UploadRules.OfArchive(UploadForm.FromMetadata(name, metadata, sha256: null), name.Text, content, now), .. BinaryRules.Check(name, content)]);
        }
        catch (FormatException unreadable)
        {
            return new(null, [Preflight.FirstError(name, content, now) ?? DistributionFailures.Unreadable(name.Text, unreadable.Message)]);
        }
    }

    /// <summary>Adds digest and size, and the findings of the rules that precede those for archives.</summary>
    private InspectedFile Judged(string path, DistributionFileName name, FileDigests digests, JudgedArchive archive)
    {
        if (archive.Metadata is not { } metadata)
        {
            return new(null, archive.Findings);
        }

        var distribution = new Distribution
        {
            Path = path, FileName = name, Size = digests.Size, Sha256 = digests.Sha256, Md5 = digests.Md5, Blake2 = digests.Blake2, Metadata = metadata,
        };
        return new(distribution, level == PreflightLevel.Off ? [] : [.. Preflight.Check(distribution, time.GetUtcNow()), .. archive.Findings]);
    }

    /// <summary>The result of inspecting an archive without its digest.</summary>
    /// <param name="Metadata">Null if the archive cannot be read.</param>
    /// <param name="Findings">Violations of the index's rules for archives; if the archive cannot be read, the reason.</param>
    private sealed record JudgedArchive(CoreMetadata? Metadata, IReadOnlyList<Finding> Findings);
}
