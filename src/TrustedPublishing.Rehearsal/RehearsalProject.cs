using System.Collections.Immutable;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal;

/// <summary>A project on the index, with the actions that its owner or an administrator can take on the index's pages.</summary>
public sealed class RehearsalProject
{
    private readonly IndexStore store;

    internal RehearsalProject(IndexStore store, string name) => (this.store, Name) = (store, name);

    /// <summary>The name it was created with.</summary>
    public string Name { get; }

    /// <summary>Archives the project: uploads are rejected (PEP 792).</summary>
    public void Archive() => SetStatus(RehearsalProjectStatus.Archived);

    /// <summary>Quarantines the project: uploads by its publishers are rejected, and the Simple API lists no files (PEP 792).</summary>
    public void Quarantine() => SetStatus(RehearsalProjectStatus.Quarantined);

    /// <summary>Changes its status. Clients see it only in the Simple API; a rejected upload does not mention it.</summary>
    internal void SetStatus(RehearsalProjectStatus status) => Change(project => project with { Status = status });

    /// <summary>Sets the size limit of one file, in bytes.</summary>
    public void SetFileLimit(long bytes) => Change(project => project with { FileLimit = bytes });

    /// <summary>Sets the limit on the total size of its files, in bytes.</summary>
    public void SetProjectLimit(long bytes) => Change(project => project with { TotalLimit = bytes });

    /// <summary>Transfers it to an organisation. The uploaders stay the same.</summary>
    public void SetOrganization(string organization) => Change(project => project with { Organization = organization });

    /// <summary>Allows a user to upload, with a token from <see cref="RehearsalIndex.AddUserToken"/>.</summary>
    public void AddUploader(string user) => Change(project => project with { Uploaders = project.Uploaders.Add(user) });

    /// <summary>Marks a release as yanked (PEP 592).</summary>
    public void Yank(string version, string? reason = null) => Change(project => project with
    {
        Releases = [.. project.Releases.Select(release => release.Version == version ? release with { Yanked = true, YankedReason = reason } : release)],
    });

    /// <summary>Deletes a file. Its name can never be used again.</summary>
    public void DeleteFile(string fileName) => Change(project => project with { Files = project.Files.RemoveAll(file => file.FileName == fileName) });

    private void Change(Func<ProjectRow, ProjectRow> change) =>
        store.Update(state => state.With(change(state.Project(Name) ?? throw new InvalidOperationException($"The project {Name} does not exist."))));
}
