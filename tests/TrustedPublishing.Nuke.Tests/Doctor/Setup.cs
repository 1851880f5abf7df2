using TrustedPublishing.Index;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>A correct setup, in which tests change one thing at a time.</summary>
internal static class Setup
{
    public static TrustedPublisher Publisher { get; } = new() { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Environment = "pypi" };

    public static string HealthyWorkflow => File.ReadAllText(Path.Combine(RepositoryRoot.Path, ".github", "workflows", "release.yml"));

    public static GitHubEnvironment Environment { get; } = new()
    {
        Reviewers = [new("User", 1, "octocat")],
        PreventsSelfReview = true,
        WaitMinutes = 0,
        Limit = GitHubRefLimit.Rules,
        Rules = LookupResult<IReadOnlyList<GitHubRefRule>>.Seen([new(GitHubRefRule.Tag, "v*")]),
        AdministratorsBypass = false,
    };

    public static DoctorFacts Healthy { get; } = new()
    {
        Publisher = Publisher,
        Project = "greeter",
        Version = "1.0.0",
        Workflows = [WorkflowFile.Parse("release.yml", HealthyWorkflow)],
        Index = PackageIndex.PyPI,
        Listed = LookupResult<IndexProject>.Seen(new() { Name = "greeter", Files = [] }),
        Identity = LookupResult<CiIdentity>.Seen(null),
        GitHub = LookupResult<GitHubRepository>.Seen(new()
        {
            FullName = "octo-org/greeter",
            DefaultBranch = "main",
            Fork = false,
            Archived = false,
            Environment = LookupResult<GitHubEnvironment>.Seen(Environment),
            Workflow = LookupResult<string>.Seen(".github/workflows/release.yml"),
        }),
        Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero),
    };

    /// <summary>The correct setup with another repository on GitHub.</summary>
    public static DoctorFacts With(Func<GitHubRepository, GitHubRepository> change) =>
        Healthy with { GitHub = LookupResult<GitHubRepository>.Seen(change(Healthy.GitHub.Value!)) };

    /// <summary>The correct setup with another environment.</summary>
    public static DoctorFacts WithEnvironment(GitHubEnvironment environment) =>
        With(repository => repository with { Environment = LookupResult<GitHubEnvironment>.Seen(environment) });

    public static DoctorFacts Sample(string name) => Healthy with { Workflows = WorkflowFile.In(Path.Combine(RepositoryRoot.Path, "tests", "samples", name)) };

    public static string Table(DoctorFacts facts) => string.Join('\n', DoctorTable.Lines(DoctorChecks.Run(facts)).Select(row => row.Line));

    /// <summary>All checks that neither passed nor were skipped.</summary>
    public static IReadOnlyList<DoctorCheck> Complaints(DoctorFacts facts) =>
        [.. DoctorChecks.Run(facts).Where(check => check.Verdict is DoctorVerdict.Warning or DoctorVerdict.Error)];
}
