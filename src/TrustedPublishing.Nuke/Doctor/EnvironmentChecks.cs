using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>How the declared environment is protected on GitHub, and whether the workflow's runs may deploy to it.</summary>
internal static class EnvironmentChecks
{
    private const string Settings = "Repository settings, Environments: ";

    public static IEnumerable<DoctorCheck> Run(DoctorFacts facts, TrustedPublisher publisher, GitHubRepository repository)
    {
        if (publisher.Environment is not { Length: > 0 } name)
        {
            return [];
        }

        return repository.Environment switch
        {
            { WhyNot: { } why } => [DoctorCheck.NotChecked("Environment", why)],
            { Value: { } environment } => Protection(name, environment, Triggers(facts, publisher)),
            _ => [DoctorCheck.Warning("Environment", $"GitHub has no environment '{name}': the first run creates it without any protection.", $"Run the target SetUpEnvironment; or {Settings}add '{name}' with required reviewers and a tag rule.")],
        };
    }

    private static IReadOnlyList<GitHubRefRule> Triggers(DoctorFacts facts, TrustedPublisher publisher) =>
        facts.IsForRunsByHand ? [] : WorkflowTriggerRefs.Read(facts.Workflows.FirstOrDefault(file => file.Name == publisher.Workflow));

    private static List<DoctorCheck> Protection(string name, GitHubEnvironment environment, IReadOnlyList<GitHubRefRule> triggers)
    {
        List<DoctorCheck> rows = [.. Reviewers(name, environment), .. Refs(name, environment, triggers), .. Administrators(name, environment)];
        return rows.Exists(row => row.Verdict is DoctorVerdict.Warning or DoctorVerdict.Error)
            ? rows
            : [DoctorCheck.Ok("Environment", $"'{name}' has {Count(environment.Reviewers.Count, "reviewer")}, and accepts deployments from {Listed(environment)} only"), .. rows];
    }

    private static IEnumerable<DoctorCheck> Reviewers(string name, GitHubEnvironment environment)
    {
        if (environment.Reviewers.Count == 0)
        {
            yield return DoctorCheck.Warning("Environment", $"'{name}' has no required reviewers: anyone who can push a tag can release, with whatever build it contains.", $"{Settings}{name}, Required reviewers; or run the target SetUpEnvironment.");
        }
    }

    private static IEnumerable<DoctorCheck> Refs(string name, GitHubEnvironment environment, IReadOnlyList<GitHubRefRule> triggers)
    {
        if (environment.Limit is GitHubRefLimit.None)
        {
            return [DoctorCheck.Warning("Environment", $"'{name}' accepts deployments from every branch and tag.", $"{Settings}{name}, Deployment branches and tags: add a rule for {Wanted(triggers)}; or run the target SetUpEnvironment.")];
        }

        if (environment.Limit is GitHubRefLimit.ProtectedBranches)
        {
            var tags = triggers.Where(trigger => trigger.Kind == GitHubRefRule.Tag).ToList();
            return tags.Count == 0 ? [] : [Blocked(name, tags, "accepts deployments from protected branches only, not from tags")];
        }

        return environment.Rules.Value is { } rules
            ? Rules(name, rules, triggers)
            : [DoctorCheck.NotChecked("Environment rules", environment.Rules.WhyNot ?? "GitHub lists none.")];
    }

    private static IEnumerable<DoctorCheck> Rules(string name, IReadOnlyList<GitHubRefRule> rules, IReadOnlyList<GitHubRefRule> triggers)
    {
        foreach (var endless in triggers.Concat(rules).Where(rule => !rule.IsComparable))
        {
            yield return DoctorCheck.NotChecked("Environment rules", $"It is unknown what {endless} matches: no git ref name is that long.");
        }

        var blocked = triggers.Where(trigger => trigger.IsComparable && !rules.Any(rule => rule.Lets(trigger))).ToList();
        if (blocked.Count > 0 || rules.Count == 0)
        {
            yield return Blocked(name, blocked, rules.Count == 0 ? "accepts deployments from selected branches and tags, but none is selected" : $"accepts deployments from {Listed(rules)} only");
        }

        foreach (var rule in rules.Where(rule => rule.IsEveryBranch))
        {
            yield return DoctorCheck.Warning("Environment", $"The rule '{rule}' lets every branch deploy to '{name}': anyone who can push a branch can release.", $"{Settings}{name}, Deployment branches and tags: remove it, and keep a rule for {Wanted(triggers)}.");
        }
    }

    private static DoctorCheck Blocked(string name, List<GitHubRefRule> blocked, string found) => DoctorCheck.Error(
        "Environment",
        $"'{name}' {found}{(blocked.Count == 0 ? "" : $": runs for {Listed(blocked)}, which start the workflow, are refused")}.",
        $"{Settings}{name}, Deployment branches and tags: add a rule for {Wanted(blocked)}; or run the target SetUpEnvironment.");

    private static IEnumerable<DoctorCheck> Administrators(string name, GitHubEnvironment environment)
    {
        if (environment.AdministratorsBypass is true)
        {
            yield return DoctorCheck.Warning("Environment", $"Administrators can bypass the rules of '{name}'.", $"{Settings}{name}: untick 'Allow administrators to bypass'; or run the target SetUpEnvironment.");
        }
        else
        {
            yield return environment.AdministratorsBypass is null
                ? DoctorCheck.NotChecked("Administrators", $"GitHub does not say whether administrators can bypass the rules of '{name}'.")
                : DoctorCheck.Ok("Administrators", $"cannot bypass the rules of '{name}'");
        }
    }

    private static string Wanted(IReadOnlyList<GitHubRefRule> triggers) => triggers.Count == 0 ? "the tags of releases, for example v*" : Listed(triggers);

    private static string Listed(GitHubEnvironment environment) =>
        environment.Limit is GitHubRefLimit.ProtectedBranches ? "protected branches" : environment.Rules.Value is { } rules ? Listed(rules) : "selected branches and tags";

    private static string Listed(IReadOnlyList<GitHubRefRule> rules) =>
        string.Join(", ", rules.Take(5)) + (rules.Count > 5 ? $" and {rules.Count - 5} more" : "");

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
