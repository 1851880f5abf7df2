namespace Nuke.Common.Execution;

/// <summary><c>--plan</c>: NUKE opens a page with a graph; the stand-in lists the targets that would run, in order.</summary>
internal sealed class ShowPlanAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!Build.Plan)
            return;

        foreach (var target in executionPlan)
            Host.Information(target.Name);
        Environment.Exit(0);
    }
}
