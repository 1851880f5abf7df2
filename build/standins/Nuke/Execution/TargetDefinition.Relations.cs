using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public List<Delegate> DependsOnTargets { get; } = [];
    public List<Delegate> DependentForTargets { get; } = [];
    public List<Delegate> BeforeTargets { get; } = [];
    public List<Delegate> AfterTargets { get; } = [];
    public List<Delegate> TriggersTargets { get; } = [];
    public List<Delegate> TriggeredByTargets { get; } = [];

    public ITargetDefinition DependsOn(params Target[] targets) => With(() => DependsOnTargets.AddRange(targets));

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => DependsOn(Of(targets));

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => build is T ? DependsOn(targets) : this;

    public ITargetDefinition DependentFor(params Target[] targets) => With(() => DependentForTargets.AddRange(targets));

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => DependentFor(Of(targets));

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => build is T ? DependentFor(targets) : this;

    public ITargetDefinition Before(params Target[] targets) => With(() => BeforeTargets.AddRange(targets));

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Before(Of(targets));

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => build is T ? Before(targets) : this;

    public ITargetDefinition After(params Target[] targets) => With(() => AfterTargets.AddRange(targets));

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => After(Of(targets));

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => build is T ? After(targets) : this;

    public ITargetDefinition Triggers(params Target[] targets) => With(() => TriggersTargets.AddRange(targets));

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Triggers(Of(targets));

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => build is T ? Triggers(targets) : this;

    public ITargetDefinition TriggeredBy(params Target[] targets) => With(() => TriggeredByTargets.AddRange(targets));

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => TriggeredBy(Of(targets));

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => build is T ? TriggeredBy(targets) : this;

    public ITargetDefinition Consumes(params Target[] targets) => With(() => Consumed.AddRange(targets.Select(x => (x, Array.Empty<string>()))));

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets) => Consumes(Of(targets));

    public ITargetDefinition Consumes(Target target, params string[] artifacts) => With(() => Consumed.Add((target, artifacts)));

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts) => Consumes(target((T)build), artifacts);

    public ITargetDefinition Consumes<T>(params string[] artifacts) => Consumes(Of<T>().Single(), artifacts);

    public ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild
    {
        Assert.True(build is T, $"'{build.GetType().Name}' must implement context '{typeof(T).Name}'");
        var setup = (Setup)SingleProperty<T>("context dependency (missing setup)", typeof(Setup)).GetValue(build);
        var cleanup = (Cleanup)SingleProperty<T>("context dependency (missing cleanup)", typeof(Cleanup)).GetValue(build);
        return With(() =>
        {
            DependsOnTargets.Add(setup);
            BeforeTargets.Add(cleanup);
        });
    }

    public ITargetDefinition Base()
    {
        Assert.True(
            baseProperties.Count > 0,
            $"Target '{property.DeclaringType}.{property.Name}' does not have any base members."
            + " To inherit from an interface default implementation, use Inherit<T> instead.");
        return Inherit(NonVirtual(baseProperties.Pop()));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var target in targets)
            target(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        var properties = targets.Select(x => (PropertyInfo)x.Member()).ToList();
        if (properties.Count == 0)
            properties.Add(SingleProperty<T>("shorthand inheritance", typeof(Target)));
        return Inherit(properties.Select(NonVirtual).ToArray());
    }

    // The shorthand without lambdas supports components with a single target.
    private Target[] Of<T>(params Func<T, Target>[] targets)
    {
        var found = targets.Select(x => x((T)build)).ToArray();
        return found.Length > 0 ? found : [(Target)SingleProperty<T>("shorthand dependency", typeof(Target)).GetValue(build)];
    }

    private PropertyInfo SingleProperty<T>(string use, Type type)
    {
        var properties = typeof(T).GetProperties(Reflection.OfInstance).Where(x => x.PropertyType == type).ToList();
        if (properties.Count == 1)
            return properties[0];

        throw new Exception(new[]
            {
                $"Target '{property.DeclaringType}.{property.Name}' cannot have {use} on component '{typeof(T).Name}'.",
                properties.Count > 1 ? "Too many relevant targets:" : "No relevant targets.",
            }
            .Concat(properties.Select(x => $"  - {x.Name}"))
            .JoinNewLine());
    }

    // The getter as declared by exactly this type, even if the build overrides it.
    private Target NonVirtual(PropertyInfo declared)
    {
        var pointer = declared.GetMethod.MethodHandle.GetFunctionPointer();
        return ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, pointer))();
    }
}
