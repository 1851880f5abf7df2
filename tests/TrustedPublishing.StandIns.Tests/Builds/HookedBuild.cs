using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.Utilities.Collections;

namespace Builds;

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class TellAttribute(string name)
    : BuildExtensionAttributeBase,
        IOnBuildCreated,
        IOnBuildInitialized,
        IOnTargetSummaryUpdated,
        IOnTargetRunning,
        IOnTargetSkipped,
        IOnTargetSucceeded,
        IOnTargetFailed,
        IOnBuildFinished
{
    public string Name { get; } = name;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Tell($"created {executableTargets.Count}");

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
        => Tell($"initialized {executionPlan.Count}");

    public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target)
        => Tell($"summary {string.Join('|', target.SummaryInformation.Keys)}");

    public void OnTargetRunning(ExecutableTarget target) => Tell($"running {target.Name}");

    public void OnTargetSkipped(ExecutableTarget target) => Tell($"skipped {target.Name}");

    public void OnTargetSucceeded(ExecutableTarget target) => Tell($"succeeded {target.Name}");

    public void OnTargetFailed(ExecutableTarget target) => Tell($"failed {target.Name}");

    public void OnBuildFinished()
    {
        Tell($"finished {Build.ExitCode}");
        Build.ExitCode = 42; // too late
    }

    private void Tell(string text) => Console.WriteLine($"{Name}: {text}");
}

[Tell("low", Priority = -1)]
[Tell("high", Priority = 1)]
internal sealed class HookedBuild : NukeBuild
{
    public static int Run() => Execute<HookedBuild>(x => x.Reports);

    Target Reports => _ => _.Executes(() => ReportSummary(_ => _.AddPair("Key", "value")));

    Target Fails => _ => _.Executes(() => throw new InvalidOperationException("on purpose"));

    Target Skips => _ => _.OnlyWhenDynamic(() => Help).Executes(Say.Ran("Skips"));

    protected override void OnBuildCreated() => Console.WriteLine("build: created");

    protected override void OnBuildInitialized() => Console.WriteLine("build: initialized");

    protected override void OnTargetRunning(string target) => Console.WriteLine($"build: running {target}");

    protected override void OnTargetSkipped(string target) => Console.WriteLine($"build: skipped {target}");

    protected override void OnTargetSucceeded(string target) => Console.WriteLine($"build: succeeded {target}");

    protected override void OnTargetFailed(string target) => Console.WriteLine($"build: failed {target}");

    protected override void OnBuildFinished() => Console.WriteLine("build: finished");
}
