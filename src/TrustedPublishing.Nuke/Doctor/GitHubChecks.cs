using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>How the repository and the environment are set up on GitHub.</summary>
internal static class GitHubChecks
{
    public static IEnumerable<DoctorCheck> Of(DoctorFacts facts) => (facts.Publisher, facts.GitHub) switch
    {
        (null, _) => [],
        (_, { Value: { } repository }) => [.. Repository(facts.Publisher, repository), Workflow(facts.Publisher, repository), .. EnvironmentChecks.Of(facts, facts.Publisher, repository)],
        (_, var github) => [DoctorCheck.NotChecked("GitHub", github.WhyNot ?? "GitHub knows no such repository.")],
    };

    private static IEnumerable<DoctorCheck> Repository(TrustedPublisher publisher, GitHubRepository repository)
    {
        var declared = $"{publisher.Owner}/{publisher.Repository}";
        yield return repository.FullName == declared
            ? DoctorCheck.Ok("Repository", $"GitHub spells it {declared}")
            : DoctorCheck.Error(
                "Repository",
                $"GitHub calls it {repository.FullName}, the declared publisher {declared}: renamed, moved or another spelling. PyPI compares with case.",
                $"Declare and register {repository.FullName}; correct the git remote.");
        if (repository.Fork)
        {
            yield return DoctorCheck.Warning("Repository", "It is a fork.", "Release from the repository that is registered.");
        }

        if (repository.Archived)
        {
            yield return DoctorCheck.Error("Repository", "It is archived: no workflow runs.", "Unarchive it.");
        }
    }

    private static DoctorCheck Workflow(TrustedPublisher publisher, GitHubRepository repository) => repository.Workflow switch
    {
        { WhyNot: { } why } => DoctorCheck.NotChecked("Workflow on GitHub", why),
        { Value: null } => DoctorCheck.Warning("Workflow on GitHub", $"{publisher.Workflow} is not on the branch {repository.DefaultBranch}.", "Merge it: workflow_dispatch and releases need it there. If it is there, the token may not read contents."),
        _ => DoctorCheck.Ok("Workflow on GitHub", $"{publisher.Workflow} is on the branch {repository.DefaultBranch}"),
    };
}
