using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>Base class of a build: <c>public static int Main() => Execute&lt;Build&gt;(x => x.Compile);</c></summary>
public abstract partial class NukeBuild : INukeBuild
{
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new()
        => BuildRun.Execute(defaultTargetExpressions);

    internal IReadOnlyCollection<ExecutableTarget> ExecutableTargets { get; set; }

    internal IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; }

    [Parameter("List of targets to be invoked. Default is '{default_target}'.", Name = TargetParameter, Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => ExecutionPlan.Where(x => x.Invoked).ToList();

    [Parameter("List of targets to be skipped. Empty list skips all dependencies.", Name = "Skip", Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => WithStatus(ExecutionStatus.Skipped);

    public IReadOnlyCollection<ExecutableTarget> RunningTargets => WithStatus(ExecutionStatus.Running);

    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => WithStatus(ExecutionStatus.Aborted);

    [Parameter("Shows the execution plan (HTML).")]
    public bool Plan { get; }

    [Parameter("Shows the help text for this build assembly.")]
    public bool Help { get; }

    [Parameter("Disables displaying the NUKE logo.")]
    public bool NoLogo { get; }

    internal bool IsSucceeding
        => !ExecutionPlan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

    /// <summary>The exit code of the process; null means 0 after success and -1 after failure.</summary>
    public int? ExitCode { get; set; }

    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null)
        => ExecutionPlan.Single(x => x.Status == ExecutionStatus.Running).SummaryInformation = configurator?.Invoke([]) ?? [];

    /// <summary>Called after the outcome table is written.</summary>
    protected internal virtual void OnBuildFinished()
    {
    }

    // Static members of the class are instance members for components.
    AbsolutePath INukeBuild.RootDirectory => RootDirectory;
    AbsolutePath INukeBuild.TemporaryDirectory => TemporaryDirectory;
    AbsolutePath INukeBuild.BuildAssemblyFile => BuildAssemblyFile;
    AbsolutePath INukeBuild.BuildAssemblyDirectory => BuildAssemblyFile?.Parent;
    AbsolutePath INukeBuild.BuildProjectFile => BuildProjectFile;
    bool INukeBuild.IsLocalBuild => !IsServerBuild;
    bool INukeBuild.IsServerBuild => IsServerBuild;

    T INukeBuild.TryGetValue<T>(Expression<Func<T>> parameterExpression) => Injection.TryGetValue<T>(parameterExpression);

    T INukeBuild.TryGetValue<T>(Expression<Func<object>> parameterExpression) => Injection.TryGetValue<T>(parameterExpression);

    private List<ExecutableTarget> WithStatus(ExecutionStatus status) => ExecutionPlan.Where(x => x.Status == status).ToList();
}
