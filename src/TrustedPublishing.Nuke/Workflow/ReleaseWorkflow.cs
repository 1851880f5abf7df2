namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// A release in three jobs: one that compiles the publisher and nothing else, one that builds and may not ask for an identity, one that may and
/// runs only what the first one compiled.
/// </summary>
internal static class ReleaseWorkflow
{
    public static YamlMap Map(WorkflowPlan plan) => new YamlMap()
        .Note(
            $"Releases to {plan.Index} with Trusted Publishing, without a stored secret: only the job 'publish' can ask for an identity token, in the environment '{plan.Environment}'.",
            $"Generated from [TrustedPublishingWorkflow(\"{plan.Name}\")]: change the attribute and run the build, do not change this file. The target CheckWorkflow compares them.",
            "Who can change this file or the sources of the build can change what is published: let reviewers approve the environment, and protect the tags and branches.")
        .Gap()
        .With(new() { { "name", plan.Name } })
        .Gap()
        .With(new() { { "on", Triggers(plan.Triggers) } })
        .Gap()
        .Note("Each job states what it may do; nothing is granted to all.")
        .With(new() { { "permissions", new YamlMap() } })
        .Gap()
        .Note("One release of a tag at a time. A publish that has begun is never cancelled: an upload cannot be taken back.")
        .With(new() { { "concurrency", new YamlMap { { "group", plan.Name + "-${{ github.ref }}" }, { "cancel-in-progress", plan.Triggers.PullRequest ? "${{ github.event_name == 'pull_request' }}" : false } } } })
        .Gap()
        .With(new() { { "jobs", Jobs(plan) } });

    private static YamlMap Jobs(WorkflowPlan plan) => Rehearsal(plan)
        .Note(
            "Compiles the program that publishes, from a clean checkout, and runs no target: nothing that the job 'build' runs can change it.",
            "The packages of the build project and their build scripts do run here, and are part of the publisher.")
        .With(new() { { CompilePublisherJob.Name, new CompilePublisherJob(plan).Map() } })
        .Gap()
        .Note("Builds and packs: it decides what is published. It can neither publish nor change the publisher.")
        .With(new() { { "build", new BuildJob(plan).Map() } })
        .Gap()
        .Note("Publishes what the two others sealed, with the sealed publisher. Nothing is checked out, restored, compiled or cached here.")
        .With(new() { { "publish", new PublishJob(plan).Map() } })
        .With(OnGitHub(plan));

    private static YamlMap OnGitHub(WorkflowPlan plan) => plan.GitHubRelease is GitHubReleaseMode.None ? [] : new YamlMap()
        .Gap()
        .Note("Puts what was published beside its tag. It can write to the repository, and runs nothing of the project.")
        .With(new() { { "release", new GitHubReleaseJob(plan).Map() } });

    private static YamlMap Rehearsal(WorkflowPlan plan) => !plan.Triggers.PullRequest ? [] : new YamlMap()
        .Note("Plays the release of a pull request, from forks too, against an index of its own: no environment, no identity token, no secrets.")
        .With(new() { { "rehearse", new RehearseJob(plan).Map() } })
        .Gap();

    /// <summary>Pull requests never start a release.</summary>
    private static YamlMap Triggers(WorkflowTriggers triggers) => new()
    {
        { "push", triggers.Tags.Count == 0 ? null : new YamlMap { { "tags", YamlList.Of(triggers.Tags) } } },
        { "release", triggers.ReleasePublished ? new YamlMap { { "types", YamlList.Of(["published"]) } } : null },
        { "pull_request", triggers.PullRequest ? new YamlMap() : null },
        { "workflow_dispatch", triggers.Dispatch ? Dispatch(triggers) : null },
    };

    /// <summary>TestPyPI comes first: what is chosen without looking must not be what cannot be undone.</summary>
    private static YamlMap Dispatch(WorkflowTriggers triggers) => !triggers.HasChoice ? [] : new()
    {
        { "inputs", new YamlMap
        {
            { "index", new YamlMap
            {
                { "description", "Index to publish to" },
                { "type", "choice" },
                { "options", YamlList.Of(["testpypi", triggers.Index]) },
                { "default", "testpypi" },
                { "required", true },
            } },
        } },
    };
}
