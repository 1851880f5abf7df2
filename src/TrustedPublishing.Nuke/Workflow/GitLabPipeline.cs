namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// A release in three jobs: one that compiles the publisher and nothing else, one that builds and gets no identity token, one that gets one and
/// runs only what the first one compiled.
/// </summary>
internal static class GitLabPipeline
{
    public static YamlMap Map(GitLabPlan plan)
    {
        var map = new YamlMap()
            .Note(
                $"Releases to {plan.Destination.Index} with Trusted Publishing, without a stored secret: only the job '{plan.Job(plan.Destination.Job)}' gets an identity token, in the environment '{plan.Destination.Environment}'.",
                "Generated from [TrustedPublishingGitLab]: change the attribute and run the build, do not change this file. The target CheckWorkflow compares them.",
                "Who can change this file or the sources of the build can change what is published: protect the tags, the branches and the environment.")
            .Gap()
            .Note(
                "Compiles the program that publishes, from a new clone, and runs no target: nothing that the job 'build' runs can change it.",
                "The packages of the build project and their build scripts do run here, and are part of the publisher.")
            .With(new() { { plan.Job(CompilePublisherJob.Name), new GitLabCompileJob(plan).Map() } })
            .Gap()
            .Note("Builds and packs: it decides what is published. It has no id_tokens, so nothing that runs here can publish.");
        foreach (var (index, leg) in plan.Legs.Index())
        {
            (index == 0 ? map : map.Gap()).With(new() { { plan.JobOf(leg), new GitLabBuildJob(plan, leg).Map() } });
        }

        foreach (var destination in new[] { plan.Trial, plan.Destination }.OfType<GitLabDestination>())
        {
            map.Gap()
                .Note("Publishes what the two others sealed, with the sealed publisher. Nothing is checked out, restored, compiled or cached here.")
                .With(new() { { plan.Job(destination.Job), new GitLabPublishJob(plan, destination).Map() } });
        }

        return !plan.MergeRequest ? map : map.Gap()
            .Note("Plays the release of a merge request, from forks too, against an index of its own, and gets no identity token.")
            .With(new() { { plan.Job("rehearse"), new GitLabRehearseJob(plan).Map() } });
    }
}
