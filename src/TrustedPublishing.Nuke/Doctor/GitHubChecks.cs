using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>How the repository and the environment are set up on GitHub.</summary>
internal static class GitHubChecks
{
    public static IEnumerable<DoctorCheck> Run(DoctorFacts facts) => (facts.Publisher, facts.GitHub) switch
    {
        (null, _) => [],
        (_, { Value: { } repository }) => [.. Repository(facts.Publisher, repository), Workflow(facts.Publisher, repository), .. EnvironmentChecks.Run(facts, facts.Publisher, repository)],
        (_, var github) => [DoctorCheck.NotChecked("GitHub", github.WhyNot ?? "GitHub knows no such repository.")],
    };

    private static IEnumerable<DoctorCheck> Repository(TrustedPublisher publisher, GitHubRepository repository)
    {
        var declared = $"{publisher.Owner}/{publisher.Repository}";
        yield return repository.FullName == declared
            ? DoctorCheck.Ok("Repository", $"GitHub uses the same spelling, {declared}")
            : DoctorCheck.Error(
                "Repository",
                $"GitHub calls it {repository.FullName}, the declared publisher {declared}: it was renamed or moved, or is spelled differently. PyPI's comparison is case-sensitive.",
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
        { Value: null } => DoctorCheck.Warning("Workflow on GitHub", $"{publisher.Workflow} is not on the branch {repository.DefaultBranch}.", "Merge it: workflow_dispatch and releases require it there. If it is there, the token cannot read the repository's contents."),
        _ => DoctorCheck.Ok("Workflow on GitHub", $"{publisher.Workflow} is on the branch {repository.DefaultBranch}"),
    };
}
