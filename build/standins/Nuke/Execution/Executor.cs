using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the plan, one target after the other.</summary>
internal sealed class Executor(NukeBuild build)
{
    private IReadOnlyCollection<string> _doneBefore = [];

    public void Execute(IReadOnlyCollection<string> skippedNames)
    {
        Skipping.Apply(build, skippedNames);
        foreach (var target in build.ExecutionPlan)
            Skipping.CheckConditions(build, target, target.StaticConditions);
        Requirements.Validate(build);
        _doneBefore = Attempt.Begin(build);

        BuildRun.OnCancellation(ExecuteAssured);
        try
        {
            foreach (var target in build.ExecutionPlan)
                Execute(target, afterFailure: false);
        }
        catch
        {
            ExecuteAssured();
            throw;
        }
    }

    private void ExecuteAssured()
    {
        foreach (var target in build.ExecutionPlan.Where(x => x.AssuredAfterFailure && x.Status == ExecutionStatus.Scheduled))
            Execute(target, afterFailure: true);
    }

    private void Execute(ExecutableTarget target, bool afterFailure)
    {
        if (target.Status == ExecutionStatus.Skipped
            || _doneBefore.Contains(target.Name)
            || Skipping.CheckConditions(build, target, target.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.Notify<IOnTargetSkipped>(x => x.OnTargetSkipped(target), nameof(IOnTargetSkipped.OnTargetSkipped));
            return;
        }

        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        using (Logging.SetTarget(target.Name))
        using (build.WriteTarget(target.Name))
            Run(target, afterFailure);
    }

    private void Run(ExecutableTarget target, bool afterFailure)
    {
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.Notify<IOnTargetRunning>(x => x.OnTargetRunning(target), nameof(IOnTargetRunning.OnTargetRunning));
        try
        {
            target.Actions.ForEach(x => x());
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
            build.Notify<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target), nameof(IOnTargetSucceeded.OnTargetSucceeded));
            Attempt.Append(build, target.Name);
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            Fail(target, exception);
            if (!target.ProceedAfterFailure && !afterFailure)
                throw new TargetExecutionException(target.Name, exception);
        }
    }

    private void Fail(ExecutableTarget target, Exception exception)
    {
        if (target.SummaryInformation.Count == 0)
            build.ReportSummary(target, x => x.AddPair(exception.GetType().Name, exception.Message.SplitLineBreaks()[0]));

        Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
        target.Stopwatch.Stop();
        target.Status = ExecutionStatus.Failed;
        build.Notify<IOnTargetFailed>(x => x.OnTargetFailed(target), nameof(IOnTargetFailed.OnTargetFailed));
    }
}
