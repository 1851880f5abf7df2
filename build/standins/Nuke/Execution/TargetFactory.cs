using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Finds the targets of a build and connects them. Targets are compared by their delegates (same object, same method).</summary>
internal static class TargetFactory
{
    public static List<ExecutableTarget> CreateAll<T>(T build, Expression<Func<T, Target>>[] defaultTargets)
        where T : INukeBuild
    {
        var defaults = defaultTargets.Select(x => x.Compile()(build)).ToList();
        var targets = BuildMembers
            .Find(build.GetType(), x => x is PropertyInfo { PropertyType: var type } && type == typeof(Target), Reflection.OfInstance, isForTargets: true)
            .ConvertAll(x => Create((PropertyInfo)x, build, defaults));
        foreach (var target in targets)
            Connect(target, targets);
        return targets;
    }

    private static ExecutableTarget Create(PropertyInfo property, INukeBuild build, List<Target> defaults)
    {
        var definition = new TargetDefinition(property, build, BaseProperties(property, build.GetType()));
        var factory = (Target)property.GetValue(build);
        factory(definition);
        return new ExecutableTarget(definition, factory, defaults.Contains(factory));
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
        target.ExecutionDependencies.AddRange(target.Definition.DependsOnTargets.Select(Find));
        target.OrderDependencies.AddRange(targets.Where(x => x != target && x.Definition.BeforeTargets.Contains(target.Factory)));
        Assert.True(!target.AllDependencies.Contains(target), $"Target '{target.Name}' cannot have a dependency on itself");

        ExecutableTarget Find(Target factory) => targets.Single(x => x.Factory == factory);
    }
}
