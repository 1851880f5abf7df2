using TrustedPublishing.Distributions;
using TrustedPublishing.Identity;
using TrustedPublishing.Index;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>What the index contains, and where the publisher is registered.</summary>
internal static class IndexChecks
{
    /// <summary>PyPI's limit (pypi/warehouse, <c>warehouse/forklift/legacy.py</c>).</summary>
    private static readonly TimeSpan OpenTime = TimeSpan.FromDays(14);

    public static IEnumerable<DoctorCheck> Run(DoctorFacts facts)
    {
        if (facts.Listed.WhyNot is { } why)
        {
            return [DoctorCheck.NotChecked($"Project on {facts.Index}", why), .. Registration(facts)];
        }

        return facts.Listed.Value is { } listed
            ? [Status(facts, listed), .. Registration(facts), Release(facts, listed)]
            : [Pending(facts)];
    }

    private static DoctorCheck Status(DoctorFacts facts, IndexProject listed) => listed.Status is "archived" or "quarantined"
        ? DoctorCheck.Error($"Project on {facts.Index}", $"{listed.Name} is {listed.Status}: it rejects uploads.", listed.Status == "archived" ? "Unarchive it in the project's settings." : "Write to the index's administrators.")
        : DoctorCheck.Ok($"Project on {facts.Index}", $"{listed.Name} exists, with {listed.Files.Count} files");

    private static IEnumerable<DoctorCheck> Registration(DoctorFacts facts)
    {
        if (facts is { Publisher: { } publisher, Project: { } project } && RegistrationLink.For(facts.Index, publisher, project) is { } link)
        {
            yield return DoctorCheck.NotChecked("Registration", $"{facts.Index} does not show registered publishers. If the project exists, its owner must register exactly this publisher at {link}");
        }
    }

    private static DoctorCheck Pending(DoctorFacts facts)
    {
        var found = $"The project {facts.Project} does not exist: the first release creates it if a pending publisher is registered.";
        var values = facts.Publisher is { } publisher
            ? $"project {facts.Project}, {Names(publisher.Provider)[0]} {publisher.Owner}, {Names(publisher.Provider)[1]} {publisher.Repository}, {Names(publisher.Provider)[2]} {publisher.Workflow}, environment {publisher.Environment ?? "(leave empty)"}"
            : "the values of the declared publisher, once there is one";
        var page = RegistrationLink.ForPending(facts.Index) is { } link ? $"at {link}" : $"at {facts.Index}";
        return DoctorCheck.Warning($"Project on {facts.Index}", found, $"Add a pending publisher {page} with exactly these values: {values}.");
    }

    /// <summary>The labels for owner, repository and workflow in the index's forms.</summary>
    private static string[] Names(PublisherProvider provider) =>
        provider is PublisherProvider.GitLab ? ["namespace", "project name", "pipeline file"] : ["owner", "repository", "workflow"];

    private static DoctorCheck Release(DoctorFacts facts, IndexProject listed)
    {
        if (!PythonVersion.TryParse(facts.Version, out var version))
        {
            return DoctorCheck.NotChecked("Release", "Neither pyproject.toml nor the build states the version.");
        }

        var files = listed.Files.Where(file => DistributionFileName.TryParse(file.FileName, out var name, out _) && name.Version == version).ToArray();
        if (files.Length == 0)
        {
            return DoctorCheck.Ok("Release", $"{facts.Version} does not exist yet");
        }

        var names = string.Join(", ", files.Select(file => file.FileName));
        return files.Min(file => file.UploadTime) is { } first && facts.Now - first > OpenTime
            ? DoctorCheck.Error("Release", $"{facts.Version} was released on {first:yyyy-MM-dd}, more than 14 days ago, and accepts no more files: {names}.", "Release a new version.")
            : DoctorCheck.Warning("Release", $"{facts.Version} exists: {names}.", "Release a new version, unless you are continuing an interrupted release: identical files are skipped, others are rejected.");
    }
}
