using TrustedPublishing.Distributions;

namespace TrustedPublishing.Identity;

/// <summary>Where a trusted publisher is registered.</summary>
internal static class RegistrationLink
{
    /// <summary>
    /// The form of an existing project, filled in with <paramref name="publisher"/>, or null when the index's pages are not known. Nothing is saved
    /// until an owner of the project submits it. For a project that does not exist yet there is no such link, see <see cref="ForPending"/>
    /// (pypi/warehouse, <c>warehouse/manage/views/oidc_publishers.py</c>).
    /// </summary>
    public static Uri? For(PackageIndex index, TrustedPublisher publisher, string project)
    {
        var fields = Fields(publisher).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}");
        return index.WebUrl is null ? null
            : new(index.WebUrl, $"manage/project/{Uri.EscapeDataString(ProjectName.Normalize(project))}/settings/publishing/?{string.Join('&', fields)}");
    }

    /// <summary>The page of publishers whose project does not exist yet, or null when the index's pages are not known. It takes no values: they have to be typed.</summary>
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
