using TrustedPublishing.Distributions;

namespace TrustedPublishing.Identity;

/// <summary>Links to the pages on which a trusted publisher is registered.</summary>
internal static class RegistrationLink
{
    /// <summary>
    /// The form for an existing project, filled in with <paramref name="publisher"/>, or null if the index's website is unknown. Nothing is saved
    /// until an owner of the project submits the form. There is no such link for a project that does not exist yet, see <see cref="ForPending"/>
    /// (pypi/warehouse, <c>warehouse/manage/views/oidc_publishers.py</c>).
    /// </summary>
    public static Uri? For(PackageIndex index, TrustedPublisher publisher, string project)
    {
        var fields = Fields(publisher).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}");
        return index.WebUrl is null ? null
            : new(index.WebUrl, $"manage/project/{Uri.EscapeDataString(ProjectName.Normalize(project))}/settings/publishing/?{string.Join('&', fields)}");
    }

    /// <summary>
    /// The page for publishers of projects that do not exist yet, or null if the index's website is unknown. It cannot be filled in by link.
    /// </summary>
    public static Uri? ForPending(PackageIndex index) => index.WebUrl is null ? null : new(index.WebUrl, "manage/account/publishing/");

    private static IEnumerable<FormField> Fields(TrustedPublisher publisher)
    {
        var (provider, owner, repository, workflow) = publisher.Provider is PublisherProvider.GitLab
            ? ("gitlab", "namespace", "project", "workflow_filepath")
            : ("github", "owner", "repository", "workflow_filename");
        yield return new("provider", provider);
        yield return new(owner, publisher.Owner);
        yield return new(repository, publisher.Repository);
        yield return new(workflow, publisher.Workflow);
        if (publisher.Environment is { Length: > 0 } environment)
        {
            yield return new("environment", environment);
        }
    }
}
