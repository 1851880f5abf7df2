using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>The implementation of the target <c>SetUpEnvironment</c>: read, plan, show, ask, apply, and read again.</summary>
internal static class SetUpRun
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static Task ExecuteAsync(IBuildHost host, EnvironmentSetupRequest request) => TargetRun.ExecuteAsync(ManualSection.SetUpFailed, () => SetUpAsync(host, request));

    private static async Task SetUpAsync(IBuildHost host, EnvironmentSetupRequest request)
    {
        if (request.Options.Publisher is not { Provider: PublisherProvider.GitHub, Environment: { Length: > 0 } name } publisher)
        {
            throw new Failure(SetUpTexts.NoEnvironment);
        }

        var access = GitHubAccess.Create(request.Options, request.GitHubToken);
        using var api = new GitHubApi(access.Value ?? throw new Failure($"{access.WhyNot} Nothing was changed."), Deadline);
        var reader = new GitHubReader(api);
        var (repository, existing) = await ReadAsync(reader, publisher);
        var desired = new DesiredEnvironment
        {
            Reviewers = await new ReviewerLookup(api).FindAsync(request.Reviewers),
            AllowsSelfReview = request.AllowsSelfReview,
            Refs = TagRules.Create(request.Tags, request.IsForRunsByHand, repository.DefaultBranch),
            StartsByHand = request.StartsByHand,
        };
        var plan = EnvironmentPlanner.Plan(existing, desired);
        Show(SetUpTexts.Heading(repository, name, existing is not null), plan);
        RefuseUnusable(plan);
        if (plan.IsEmpty)
        {
            BuildLog.Information(SetUpTexts.NothingToDo);
        }
        else if (IsConfirmed(host, request))
        {
            await new EnvironmentSender(api, repository, name).SendAsync(plan);
            Check((await ReadAsync(reader, publisher)).Environment, plan.Wanted);
        }
    }

    private static async Task<(GitHubRepository Repository, GitHubEnvironment? Environment)> ReadAsync(GitHubReader reader, TrustedPublisher publisher)
    {
        var looked = await reader.ReadAsync(publisher);
        var repository = looked.Value ?? throw new Failure(SetUpTexts.NotLooked($"{publisher.Owner}/{publisher.Repository}", looked.WhyNot!));
        var environment = repository.Environment;
        var why = environment.WhyNot ?? environment.Value?.Rules.WhyNot;
        return why is null ? (repository, environment.Value) : throw new Failure(SetUpTexts.NotLooked($"the environment '{publisher.Environment}' of {repository.FullName}", why));
    }

    private static void Show(string heading, EnvironmentPlan plan)
    {
        BuildLog.Information(heading);
        foreach (var row in plan.Rows)
        {
            BuildLog.Information($"  {row}");
        }

        foreach (var warning in plan.Warnings)
        {
            BuildLog.Warning(warning);
        }
    }

    private static void RefuseUnusable(EnvironmentPlan plan)
    {
        if (plan.Wanted.Reviewers.Count == 0)
        {
            throw new Failure(SetUpTexts.NoReviewers);
        }

        if (plan.Wanted.Reviewers is { Count: > 6 } many)
        {
            throw new Failure(SetUpTexts.TooManyReviewers(many));
        }
    }

    private static bool IsConfirmed(IBuildHost host, EnvironmentSetupRequest request)
    {
        if (request.IsConfirmed)
        {
            return true;
        }

        var canAsk = Confirmation.CanAsk(host);
        if (canAsk && Confirmation.Ask(SetUpTexts.Question))
        {
            return true;
        }

        BuildLog.Information(canAsk ? SetUpTexts.Declined : SetUpTexts.NotConfirmed);
        return false;
    }

    private static void Check(GitHubEnvironment? found, GitHubEnvironment wanted)
    {
        if (EnvironmentPlanner.Differences(found, wanted) is { Count: > 0 } differences)
        {
            throw new Failure(SetUpTexts.StillDifferent(differences));
        }

        BuildLog.Information(SetUpTexts.Done);
    }
}
