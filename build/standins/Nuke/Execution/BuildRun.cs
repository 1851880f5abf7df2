using System.Linq.Expressions;
using System.Text;
using Nuke.Common.CI;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run of a build, from the constructor to the exit code.</summary>
internal static class BuildRun
{
    private const int FailureExitCode = -1;

    public static int Execute<T>(Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = Encoding.UTF8;
        var build = new T();
        Console.CancelKeyPress += (_, _) => Finish(build);
        try
        {
            Logging.Configure();
            Run(build, defaultTargets);
            return build.ExitCode ??= build.IsSucceeding ? 0 : FailureExitCode;
        }
        catch (Exception exception)
        {
            Report(exception.Unwrap());
            return build.ExitCode ??= FailureExitCode;
        }
        finally
        {
            Finish(build);
            Log.CloseAndFlush();
        }
    }

    private static void Run<T>(T build, Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild
    {
        build.ExecutableTargets = TargetFactory.CreateAll(build, defaultTargets);
        Parameters.FromFiles = new ParameterFiles(build.GetType()).Get;
        Injection.InjectParameters(build);
        Generation.RunIfRequested(build);
        Generation.KeepFilesCurrent(build);
        if (!build.NoLogo)
        {
            Host.Information("NUKE stand-in: a minimal implementation of NUKE's API, used because the package source lacks the real packages.");
            Host.Information();
        }

        build.ExecutionPlan = Planner.Plan(build.ExecutableTargets, Parameters.Get<string[]>(() => build.InvokedTargets));
        Help.ShowIfRequested(build);
        Injection.InjectOtherValues(build);
        new Executor(build).Execute(Parameters.Get<string[]>(() => build.SkippedTargets));
    }

    private static void Report(Exception exception)
    {
        if (exception is TargetExecutionException)
            return; // has already been reported

        Log.Verbose(exception, "Target-unrelated exception was thrown");
        Host.Error(exception.Message);
    }

    /// <summary>Called at the end, and when the user presses Ctrl+C: the running target then continues.</summary>
    private static void Finish(NukeBuild build)
    {
        if (build.ExecutionPlan == null)
            return;

        foreach (var target in build.ExecutionPlan)
        {
            target.Stopwatch.Stop();
            target.Status = target.Status switch
            {
                ExecutionStatus.Running => ExecutionStatus.Aborted,
                ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                var status => status,
            };
        }

        NukeBuild.Host.WriteErrorsAndWarnings();
        Host.WriteTargetOutcome(build.ExecutionPlan);
        Host.WriteBuildOutcome(build.IsSucceeding);
        build.OnBuildFinished();
    }
}

internal sealed class TargetExecutionException(string targetName, Exception inner)
    : Exception($"Target '{targetName}' has thrown an exception.", inner);
