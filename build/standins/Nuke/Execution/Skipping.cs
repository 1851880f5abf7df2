using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Marks planned targets that do not run: those named by <c>--skip</c>, and those with a false condition.</summary>
internal static class Skipping
{
    /// <summary><c>--skip</c> without names skips everything that was not invoked explicitly.</summary>
    public static void Apply(NukeBuild build, IReadOnlyCollection<string> names)
    {
        if (names == null)
            return;

        var wanted = names.Select(x => x.Replace("-", "")).ToList();
        foreach (var target in build.ExecutionPlan.Where(x => wanted.Count == 0 || wanted.Contains(x.Name, StringComparer.OrdinalIgnoreCase)))
            Mark(build, target, "via parameter");
    }

    public static void CheckConditions(NukeBuild build, ExecutableTarget target)
    {
        try
        {
            var violated = target.Definition.Conditions.Where(x => !x.Delegate()).Select(x => WithoutArrow(x.Text)).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = string.Join(" && ", violated);
                Mark(build, target, reason: null);
            }
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            Log.Error(exception, "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetExecutionException(target.Name, exception);
        }
    }

    // An explicitly invoked target keeps its status until its turn, so its requirements are still checked.
    private static void Mark(NukeBuild build, ExecutableTarget target, string reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            if (reason != null)
                target.SummaryInformation.TryAdd("Skipped", reason);
        }

        foreach (var dependency in target.ExecutionDependencies.Where(x => !IsNeededByOthers(build, target, x)).ToList())
            Mark(build, dependency, $"because of {target.Name}");
    }

    private static bool IsNeededByOthers(NukeBuild build, ExecutableTarget skipped, ExecutableTarget candidate)
        => build.ExecutionPlan.Any(x => x != skipped && x.Status == ExecutionStatus.Scheduled && x.ExecutionDependencies.Contains(candidate));

    private static string WithoutArrow(string condition)
        => condition.TrimStart('(').Trim().TrimStart(')').Trim().TrimStart('=').Trim().TrimStart('>').Trim();
}
