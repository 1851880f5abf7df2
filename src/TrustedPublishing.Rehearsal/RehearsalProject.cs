using System.Collections.Immutable;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal;

/// <summary>A project on the index, for what its owner or an administrator would do on its pages.</summary>
public sealed class RehearsalProject
{
    private readonly IndexStore store;

    internal RehearsalProject(IndexStore store, string name) => (this.store, Name) = (store, name);

    /// <summary>The name it was created with.</summary>
    public string Name { get; }

    /// <summary>The project is archived: uploads are refused (PEP 792).</summary>
    public void Archive() => SetStatus(RehearsalProjectStatus.Archived);

    /// <summary>The project is quarantined: uploads of its publishers are refused, and the Simple API shows no files (PEP 792).</summary>
    public void Quarantine() => SetStatus(RehearsalProjectStatus.Quarantined);

    /// <summary>Changes its status. A client sees it in the Simple API only; a refused upload does not name it.</summary>
    internal void SetStatus(RehearsalProjectStatus status) => Change(project => project with { Status = status });

    /// <summary>Raises or lowers the limit of one file, in bytes.</summary>
    public void SetFileLimit(long bytes) => Change(project => project with { FileLimit = bytes });

    /// <summary>Raises or lowers the limit of all its files, in bytes.</summary>
    public void SetProjectLimit(long bytes) => Change(project => project with { TotalLimit = bytes });

    /// <summary>Gives it to an organisation. Who may upload stays the same.</summary>
    public void SetOrganization(string organization) => Change(project => project with { Organization = organization });

    /// <summary>Lets a user upload, with a token of <see cref="RehearsalIndex.AddUserToken"/>.</summary>
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
