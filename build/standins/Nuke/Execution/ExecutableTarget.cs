using System.Diagnostics;
using System.Linq.Expressions;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>A target in the form in which the engine plans and runs it.</summary>
public class ExecutableTarget
{
    internal ExecutableTarget(TargetDefinition definition, Target factory, bool isDefault)
        => (Definition, Factory, IsDefault) = (definition, factory, isDefault);

    public string Name => Definition.Property.ShortName();

    /// <summary>The text after the target in the outcome table.</summary>
    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];

    internal TargetDefinition Definition { get; }
    internal Target Factory { get; }
    internal bool IsDefault { get; }

    internal List<LambdaExpression> DelegateRequirements => Definition.Requirements;
    internal List<Action> Actions => Definition.Actions;
    internal List<ExecutableTarget> ExecutionDependencies { get; } = [];
    internal List<ExecutableTarget> OrderDependencies { get; } = [];
    internal IEnumerable<ExecutableTarget> AllDependencies => ExecutionDependencies.Concat(OrderDependencies);

    internal Stopwatch Stopwatch { get; } = new();
    internal ExecutionStatus Status { get; set; }
    internal bool Invoked { get; set; }

    /// <summary>The condition that is false.</summary>
    internal string OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(nameof(OnlyWhen));
        set => SummaryInformation[nameof(OnlyWhen)] = value;
    }
}

internal enum ExecutionStatus
{
    None,
    Scheduled,
    NotRun,
    Skipped,
    Succeeded,
    Failed,
    Running,
    Aborted,

    /// <summary>A target without actions.</summary>
    Collective,
}
