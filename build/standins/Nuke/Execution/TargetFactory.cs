using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Finds the targets of a build and connects them. Targets are compared by their delegates (same object, same method).</summary>
internal static class TargetFactory
{
    private static readonly Type[] TargetTypes = [typeof(Target), typeof(Setup), typeof(Cleanup)];

    public static IEnumerable<PropertyInfo> Properties(Type buildType)
        => BuildMembers
            .Find(
                buildType,
                x => x is PropertyInfo property && TargetTypes.Contains(property.PropertyType),
                Reflection.OfInstance,
                allowAmbiguity: false,
                preferMostDerived: true)
            .Cast<PropertyInfo>();

    public static List<ExecutableTarget> CreateAll<T>(T build, Expression<Func<T, Target>>[] defaultTargets)
        where T : INukeBuild
    {
        var properties = Properties(build.GetType()).ToList();
        var defaults = defaultTargets.Select(x => x.Compile()(build)).ToList<Delegate>();
        var targets = properties.Select(x => Create(x, build, defaults)).ToList();
        foreach (var target in targets)
            Connect(target, targets);
        return targets;
    }

    private static ExecutableTarget Create(PropertyInfo property, INukeBuild build, List<Delegate> defaults)
    {
        var definition = new TargetDefinition(property, build, BaseProperties(property, build.GetType()));
        var factory = (Delegate)property.GetValue(build);
        Define(factory, definition);
        return new ExecutableTarget
        {
            Definition = definition,
            Member = property,
            Name = definition.Name,
            Description = definition.Text,
            Listed = !definition.IsUnlisted,
            Factory = factory,
            IsDefault = defaults.Contains(factory),
            DynamicConditions = definition.DynamicConditions,
            StaticConditions = definition.StaticConditions,
            DependencyBehavior = definition.WhenSkippedBehavior,
            ProceedAfterFailure = definition.ProceedsAfterFailure,
            AssuredAfterFailure = definition.IsAssuredAfterFailure || factory is Cleanup,
            DelegateRequirements = definition.Requirements,
            ToolRequirements = definition.ToolRequirements,
            Actions = definition.Actions,
            ArtifactProducts = definition.Products,
            PartitionSize = definition.PartitionSize,
        };
    }

    private static void Define(Delegate factory, TargetDefinition definition)
    {
        switch (factory)
        {
            case Target target:
                target(definition);
                break;
            case Setup setup:
                setup(definition);
                break;
            case Cleanup cleanup:
                cleanup(definition);
                break;
        }
    }

    private static Stack<PropertyInfo> BaseProperties(PropertyInfo property, Type buildType)
    {
        var declarations = new List<PropertyInfo>();
        for (var type = buildType.BaseType; type != null; type = type.BaseType)
        {
            if (type.GetProperty(property.Name) is { } declared && declared.DeclaringType == type)
                declarations.Add(declared);
        }

        declarations.Reverse();
        return new Stack<PropertyInfo>(declarations);
    }

    private static void Connect(ExecutableTarget target, List<ExecutableTarget> targets)
    {
        target.ExecutionDependencies.AddRange(Related(target, targets, x => x.DependsOnTargets, x => x.DependentForTargets));
        target.OrderDependencies.AddRange(Related(target, targets, x => x.AfterTargets, x => x.BeforeTargets));
        target.TriggerDependencies.AddRange(Related(target, targets, x => x.TriggeredByTargets, x => x.TriggersTargets));
        target.Triggers.AddRange(Related(target, targets, x => x.TriggersTargets, x => x.TriggeredByTargets));
        Assert.True(
            !target.AllDependencies.Concat(target.Triggers).Contains(target), $"Target '{target.Name}' cannot have a dependency on itself");

        if (target.Factory is Setup)
        {
            var cleanup = targets.Where(x => x.Factory is Cleanup).Single(x => x.Member.DeclaringType == target.Member.DeclaringType);
            target.Triggers.Add(cleanup);
            cleanup.TriggerDependencies.Add(target);
        }

        foreach (var (consumed, artifacts) in target.Definition.Consumed)
        {
            var producer = targets.Single(x => x.Factory.Equals(consumed));
            target.ArtifactDependencies.AddRange(producer, artifacts.Length > 0 ? artifacts : producer.ArtifactProducts);
        }
    }

    // A relation can be declared on either of its two targets.
    private static IEnumerable<ExecutableTarget> Related(
        ExecutableTarget target,
        List<ExecutableTarget> targets,
        Func<TargetDefinition, List<Delegate>> own,
        Func<TargetDefinition, List<Delegate>> others)
        => own(target.Definition)
            .Select(x => targets.Single(y => y.Factory == x))
            .Concat(targets.Where(x => x != target && others(x.Definition).Contains(target.Factory)));
}
