using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Declared as a property of the build or of a component: <c>Target Pack => _ => _.DependsOn(Build).Executes(() => …);</c></summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);

/// <summary>Runs before the targets of a context; see <see cref="ITargetDefinition.DependsOnContext{T}"/>.</summary>
public delegate ITargetDefinition Setup(ITargetDefinition definition);

/// <summary>Runs after the targets of a context, even if one of them failed.</summary>
public delegate ITargetDefinition Cleanup(ITargetDefinition definition);

public static class ExecutableTargetExtensions
{
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Target target) => targets.Any(x => x.Factory.Equals(target));

    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Setup target) => targets.Any(x => x.Factory.Equals(target));

    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Cleanup target) => targets.Any(x => x.Factory.Equals(target));
}
