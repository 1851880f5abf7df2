using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Collects a target's fluent definition.</summary>
internal sealed partial class TargetDefinition(PropertyInfo property, INukeBuild build, Stack<PropertyInfo> baseProperties) : ITargetDefinition
{
    public string Name => property.ShortName();
    public string Text { get; private set; }
    public List<Action> Actions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];
    public List<LambdaExpression> Requirements { get; } = [];
    public List<ToolRequirement> ToolRequirements { get; } = [];
    public DependencyBehavior WhenSkippedBehavior { get; private set; }
    public bool ProceedsAfterFailure { get; private set; }
    public bool IsAssuredAfterFailure { get; private set; }
    public bool IsUnlisted { get; private set; }
    public int? PartitionSize { get; private set; }
    public List<string> Products { get; } = [];
    public List<(Target Target, string[] Artifacts)> Consumed { get; } = [];

    public ITargetDefinition Description(string description) => With(() => Text = description);

    public ITargetDefinition Executes(params Action[] actions) => With(() => Actions.AddRange(actions));

    public ITargetDefinition Executes<T>(Func<T> action) => Executes(() => { action(); });

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string conditionExpression = null)
        => With(() => DynamicConditions.Add((OnOneLine(conditionExpression), condition)));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression = null)
        => With(() => StaticConditions.Add((OnOneLine(conditionExpression), condition)));

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class
        => With(() => Requirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct
        => With(() => Requirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements)
        => With(() => Requirements.AddRange([requirement, .. requirements]));

    // Only tools on the PATH are supported here, and those are searched for when they are used.
    public ITargetDefinition Requires<T>()
        where T : IRequireTool
        => With(() => ToolRequirements.Add(new ToolRequirement()));

    // As in NUKE, this does not check that the tool exists.
    public ITargetDefinition Requires(Expression<Func<Tool>> tool, params Expression<Func<Tool>>[] tools)
        => With(() => ToolRequirements.AddRange(tools.Prepend(tool).Select(x => RequirementOf(x.Member()))));

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior) => With(() => WhenSkippedBehavior = dependencyBehavior);

    public ITargetDefinition AssuredAfterFailure() => With(() => IsAssuredAfterFailure = true);

    public ITargetDefinition ProceedAfterFailure() => With(() => ProceedsAfterFailure = true);

    public ITargetDefinition Unlisted() => With(() => IsUnlisted = true);

    public ITargetDefinition Produces(params string[] artifacts) => With(() => Products.AddRange(artifacts));

    public ITargetDefinition Partition(int size)
    {
        Assert.True(size > 1);
        return With(() => PartitionSize = size);
    }

    private static ToolRequirement RequirementOf(MemberInfo member)
        => member.GetCustomAttribute<ToolInjectionAttributeBase>().NotNull().GetRequirement(member);

    private TargetDefinition With(Action change)
    {
        change();
        return this;
    }

    private static string OnOneLine(string expression)
    {
        var text = expression.NotNull().Replace("\r", "").Replace("\n", "");
        while (text.Contains("  ", StringComparison.Ordinal))
            text = text.Replace("  ", " ");
        return text;
    }
}
