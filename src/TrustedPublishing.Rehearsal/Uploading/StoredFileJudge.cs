using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;
using static TrustedPublishing.Rehearsal.Uploading.UploadDecision;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The last steps: existing files, the archive, the attestations; then the file is stored.</summary>
internal sealed class StoredFileJudge(RehearsalOptions options, Func<SigstoreInstance> sigstore)
{
    private static readonly TimeSpan OpenTime = TimeSpan.FromDays(14);

    public UploadDecision Judge(IndexState state, ProjectRow project, UploadAttempt attempt, Caller caller)
    {
        var content = attempt.Content!;
        var known = state.Files.FirstOrDefault(file => file.FileName == content.FileName) ?? state.Files.FirstOrDefault(file => file.Blake2 == content.Blake2);
        if (known is not null)
        {
            return known.FileName == content.FileName && known.Sha256 == content.Sha256 ? new AlreadyThere() : new Refused(Conflict(content));
        }

        if (!PythonVersion.TryParse(attempt.Form.First("version"), out var version))
        {
            return new Refused(new(400, $"{PythonText.Repr(attempt.Form.First("version") ?? "")} is invalid for 'version'."));
        }

        var now = options.Time.GetUtcNow();
        var release = project.Release(version) ?? new() { Version = version.ToString(), Created = now, Fields = [.. attempt.Form.Fields] };
        var refusal = Name(state, content)
            ?? (release.Created < now - OpenTime ? new UploadError(400, "Uploading new files to releases older than 14 days is not allowed.") : null)
            ?? Sdist(project, release, attempt.Form)
            ?? UploadError.FromFinding(attempt.ArchiveError.Value);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        var publisher = caller.Token.Publisher is { } id ? state.Publisher(id)?.Publisher : null;
        var (provenance, complaint) = new AttestationJudge(options.Attestations, sigstore).Judge(attempt.Form.First("attestations"), content, publisher);
        return complaint is null
            ? Store(state, project, Verified(project, release, attempt.Form, publisher), Row(attempt, release, now) with { Publisher = publisher, Provenance = provenance })
            : new Refused(new(400, $"Invalid attestations supplied during upload: {complaint}"));
    }

    private static UploadError Conflict(UploadedContent content) =>
        new(400, $"File already exists ({PythonText.Repr(content.FileName)}, with blake2_256 hash '{content.Blake2}'). See {Help.Url("file-name-reuse")} for more information.");

    private static UploadError? Name(IndexState state, UploadedContent content) => !state.FileNames.Contains(content.FileName) ? null
        : new(400, $"This filename was previously used by a file that has since been deleted. Use a different version. See {Help.Url("file-name-reuse")} for more information.");

    private static UploadError? Sdist(ProjectRow project, ReleaseRow release, UploadForm form) =>
        form.First("filetype") == "sdist" && project.FilesOf(release).Any(file => file.PackageType == "sdist")
            ? new(400, "Only one sdist may be uploaded per release.")
            : null;

    private static FileRow Row(UploadAttempt attempt, ReleaseRow release, DateTimeOffset now)
    {
        var (form, content) = (attempt.Form, attempt.Content!);
        return new()
        {
            FileName = content.FileName,
            Version = release.Version,
            PackageType = form.First("filetype") ?? "",
            PythonVersion = form.First("pyversion") is { Length: > 0 } python ? python : "source",
            Comment = form.First("comment") ?? "",
            Size = content.Size,
            Md5 = content.Md5,
            Sha256 = content.Sha256,
            Blake2 = content.Blake2,
            Uploaded = now,
            MetadataSha256 = attempt.Metadata.Value is { } metadata ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(metadata)) : null,
        };
    }

    /// <summary>A later upload verifies the release's existing links if it declares the same ones.</summary>
    private static ReleaseRow Verified(ProjectRow project, ReleaseRow release, UploadForm form, RehearsalPublisher? publisher)
    {
        HashSet<ReleaseLink> known = [.. ReleaseLink.Read(release.Fields)];
        var verified = ReleaseLink.Read(form.Fields).Where(link => known.Contains(link) && VerifiedUrl.IsVerified(link.Address, publisher, project));
        return release with { VerifiedLinks = release.VerifiedLinks.Union(verified.Select(link => link.Key)) };
    }

    private static Stored Store(IndexState state, ProjectRow project, ReleaseRow release, FileRow file)
    {
        var index = project.Releases.FindIndex(known => known.Version == release.Version);
        var releases = index < 0 ? project.Releases.Add(release) : project.Releases.SetItem(index, release);
        var next = state.With(project with { Releases = releases, Files = project.Files.Add(file) });
        return new(file, next with { FileNames = next.FileNames.Add(file.FileName) });
    }
}
