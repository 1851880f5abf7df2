namespace Nuke.Common.Execution;

/// <summary>Calls the virtual methods of the build class, after every other extension.</summary>
internal sealed class CallHooksAttribute
    : BuildExtensionAttributeBase,
        IOnBuildCreated,
        IOnBuildInitialized,
        IOnTargetRunning,
        IOnTargetSkipped,
        IOnTargetSucceeded,
        IOnTargetFailed,
        IOnBuildFinished
{
    private NukeBuild Target => (NukeBuild)Build;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Target.OnBuildCreated();

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
        => Target.OnBuildInitialized();

    public void OnTargetRunning(ExecutableTarget target) => Target.OnTargetRunning(target.Name);

    public void OnTargetSkipped(ExecutableTarget target) => Target.OnTargetSkipped(target.Name);

    public void OnTargetSucceeded(ExecutableTarget target) => Target.OnTargetSucceeded(target.Name);

    public void OnTargetFailed(ExecutableTarget target) => Target.OnTargetFailed(target.Name);

    public void OnBuildFinished() => Target.OnBuildFinished();
}
