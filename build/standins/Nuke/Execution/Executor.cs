using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the plan, one target after the other.</summary>
internal sealed class Executor(NukeBuild build)
{
    public void Execute(IReadOnlyCollection<string> skippedNames)
    {
        Skipping.Apply(build, skippedNames);
        foreach (var target in build.ExecutionPlan)
            Skipping.CheckConditions(build, target);
        Requirements.Validate(build);
        foreach (var target in build.ExecutionPlan)
            Execute(target);
    }

    private static void Execute(ExecutableTarget target)
    {
        // An invoked target with a false condition keeps its status until its turn.
        if (target.Status == ExecutionStatus.Skipped || target.OnlyWhen != null)
        {
            target.Status = ExecutionStatus.Skipped;
            return;
        }

        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        using (Logging.SetTarget(target.Name))
        using (NukeBuild.Host.WriteBlock(target.Name))
            Run(target);
    }

    private static void Run(ExecutableTarget target)
    {
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        try
        {
            target.Actions.ForEach(x => x());
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            if (target.SummaryInformation.Count == 0)
                target.SummaryInformation[exception.GetType().Name] = exception.Message.ReplaceLineEndings("\n").Split('\n')[0];
            Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Failed;
            throw new TargetExecutionException(target.Name, exception);
        }
    }
}
