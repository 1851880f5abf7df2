namespace TrustedPublishing.Nuke;

/// <summary>How the repository and the environment are set up on GitHub.</summary>
internal static class GitHubChecks
{
    private const string Settings = "Repository settings, Environments: ";

    public static IEnumerable<DoctorCheck> Of(DoctorFacts facts) => (facts.Publisher, facts.GitHub) switch
    {
        (null, _) => [],
        (_, { Value: { } repository }) => [.. Repository(facts.Publisher, repository), Workflow(facts.Publisher, repository), .. Environment(facts.Publisher, repository)],
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
        { Value: null } => DoctorCheck.Warning("Workflow on GitHub", $"{publisher.Workflow} is not on the branch {repository.DefaultBranch}.", "Merge it: workflow_dispatch and releases need it there."),
        _ => DoctorCheck.Ok("Workflow on GitHub", $"{publisher.Workflow} is on the branch {repository.DefaultBranch}"),
    };

    private static List<DoctorCheck> Environment(TrustedPublisher publisher, GitHubRepository repository)
    {
        if (publisher.Environment is not { Length: > 0 } name)
        {
            return [];
        }

        return repository.Environment switch
        {
            { WhyNot: { } why } => [DoctorCheck.NotChecked("Environment", why)],
            { Value: { } environment } => Protection(name, environment),
            _ => [DoctorCheck.Warning("Environment", $"GitHub has no environment '{name}': the first run creates it without any protection.", $"{Settings}add '{name}' with required reviewers and the tag rule v*.")],
        };
    }

    private static List<DoctorCheck> Protection(string name, GitHubEnvironment environment)
    {
        List<DoctorCheck> weak = [];
        if (!environment.HasReviewers)
        {
            weak.Add(DoctorCheck.Warning("Environment", $"'{name}' has no required reviewers: whoever can push a tag can release.", $"{Settings}{name}, Required reviewers."));
        }

        if (!environment.LimitsRefs)
        {
            weak.Add(DoctorCheck.Warning("Environment", $"'{name}' takes deployments from every branch and tag.", $"{Settings}{name}, Deployment branches and tags: the tag rule v*."));
        }

        if (environment.AdministratorsBypass)
        {
            weak.Add(DoctorCheck.Warning("Environment", $"Administrators can bypass the rules of '{name}'.", $"{Settings}{name}: untick 'Allow administrators to bypass'."));
        }

        return weak.Count > 0 ? weak : [DoctorCheck.Ok("Environment", $"'{name}' has reviewers and a rule for branches and tags, and nobody can bypass them")];
    }
}
