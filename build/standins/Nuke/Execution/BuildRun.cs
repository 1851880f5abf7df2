using System.Linq.Expressions;
using System.Text;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run of a build, from the constructor to the exit code.</summary>
internal static class BuildRun
{
    private const int FailureExitCode = -1;

    private static readonly LinkedList<Action> CancellationHandlers = new();

    /// <summary>Handlers to run when the user presses Ctrl+C, the latest first.</summary>
    public static void OnCancellation(Action handler) => CancellationHandlers.AddFirst(handler);

    public static int Execute<T>(Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = Encoding.UTF8;
        Console.InputEncoding = Encoding.UTF8;
        Console.CancelKeyPress += (_, _) =>
        {
            foreach (var handler in CancellationHandlers)
                handler();
        };

        var build = new T();
        try
        {
            Logging.Configure(build);
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
        build.Notify<IOnBuildCreated>(x => x.OnBuildCreated(build.ExecutableTargets), nameof(IOnBuildCreated.OnBuildCreated));
        if (!build.NoLogo)
            build.WriteLogo();

        build.ExecutionPlan = Planner.Plan(build.ExecutableTargets, Parameters.Get<string[]>(() => build.InvokedTargets));
        build.Notify<IOnBuildInitialized>(
            x => x.OnBuildInitialized(build.ExecutableTargets, build.ExecutionPlan), nameof(IOnBuildInitialized.OnBuildInitialized));
        OnCancellation(() => Finish(build));
        new Executor(build).Execute(Parameters.Get<string[]>(() => build.SkippedTargets));
    }

    private static void Report(Exception exception)
    {
        if (exception is TargetExecutionException)
            return; // has already been reported

        Log.Verbose(exception, "Target-unrelated exception was thrown");
        Host.Error(exception.Message);
    }

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

        build.WriteOutcome();
        build.Notify<IOnBuildFinished>(x => x.OnBuildFinished(), nameof(IOnBuildFinished.OnBuildFinished));
    }
}

internal sealed class TargetExecutionException(string targetName, Exception inner)
    : Exception($"Target '{targetName}' has thrown an exception.", inner);
