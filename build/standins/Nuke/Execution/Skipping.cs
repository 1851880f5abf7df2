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

    /// <returns>Whether a condition was false, now or earlier.</returns>
    public static bool CheckConditions(NukeBuild build, ExecutableTarget target, List<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            var violated = conditions.Where(x => !x.Delegate()).Select(x => WithoutArrow(x.Text)).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = violated.Join(" && ");
                Mark(build, target, reason: null);
            }
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            Log.Error(exception, "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetExecutionException(target.Name, exception);
        }

        return target.OnlyWhen != null;
    }

    // An explicitly invoked target keeps its status until its turn, so its requirements are still checked.
    private static void Mark(NukeBuild build, ExecutableTarget target, string reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped ??= reason;
        }

        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        foreach (var related in target.ExecutionDependencies.Concat(target.Triggers).Where(x => !IsNeededByOthers(build, target, x)).ToList())
            Mark(build, related, $"because of {target.Name}");
    }

    private static bool IsNeededByOthers(NukeBuild build, ExecutableTarget skipped, ExecutableTarget candidate)
        => build.ExecutionPlan.Any(x =>
            x != skipped
            && x.Status == ExecutionStatus.Scheduled
            && (x.ExecutionDependencies.Contains(candidate) || x.Triggers.Contains(candidate)));

    private static string WithoutArrow(string condition)
        => condition.TrimStart('(').Trim().TrimStart(')').Trim().TrimStart('=').Trim().TrimStart('>').Trim();
}
