using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Collects a target's fluent definition.</summary>
internal sealed class TargetDefinition(PropertyInfo property, INukeBuild build, Stack<PropertyInfo> baseProperties) : ITargetDefinition
{
    public PropertyInfo Property => property;
    public string Text { get; private set; }
    public List<Action> Actions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> Conditions { get; } = [];
    public List<LambdaExpression> Requirements { get; } = [];
    public List<Target> DependsOnTargets { get; } = [];
    public List<Target> BeforeTargets { get; } = [];
    public List<string> Products { get; } = [];

    public ITargetDefinition Description(string description) => With(() => Text = description);

    public ITargetDefinition Executes(params Action[] actions) => With(() => Actions.AddRange(actions));

    public ITargetDefinition Executes<T>(Func<T> action) => Executes(() => { action(); });

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression = null)
        => With(() => Conditions.Add((string.Join(' ', conditionExpression.Split((char[])['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries)), condition)));

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class
        => With(() => Requirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements)
        => With(() => Requirements.AddRange([requirement, .. requirements]));

    public ITargetDefinition DependsOn(params Target[] targets) => With(() => DependsOnTargets.AddRange(targets));

    // The shorthand without lambdas supports components with a single target.
    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets)
        => DependsOn(targets.Length > 0 ? [.. targets.Select(x => x((T)build))] : [(Target)SingleProperty<T>("shorthand dependency").GetValue(build)]);

    public ITargetDefinition Before(params Target[] targets) => With(() => BeforeTargets.AddRange(targets));

    public ITargetDefinition Produces(params string[] artifacts) => With(() => Products.AddRange(artifacts));

    public ITargetDefinition Base()
    {
        Assert.True(
            baseProperties.Count > 0,
            $"Target '{property.DeclaringType}.{property.Name}' does not have any base members."
            + " To inherit from an interface default implementation, use Inherit<T> instead.");
        return NonVirtual(baseProperties.Pop())(this);
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        PropertyInfo[] properties = targets.Length > 0 ? [.. targets.Select(x => (PropertyInfo)x.Member())] : [SingleProperty<T>("shorthand inheritance")];
        foreach (var inherited in properties)
            NonVirtual(inherited)(this);
        return this;
    }

    private PropertyInfo SingleProperty<T>(string use)
    {
        var properties = typeof(T).GetProperties(Reflection.OfInstance).Where(x => x.PropertyType == typeof(Target)).ToList();
        return properties.Count == 1
            ? properties[0]
            : throw new Exception(string.Join(Environment.NewLine, properties.Select(x => $"  - {x.Name}")
                .Prepend(properties.Count > 1 ? "Too many relevant targets:" : "No relevant targets.")
                .Prepend($"Target '{property.DeclaringType}.{property.Name}' cannot have {use} on component '{typeof(T).Name}'.")));
    }

    // The getter as declared by exactly this type, even if the build overrides it.
    private Target NonVirtual(PropertyInfo declared)
    {
        var pointer = declared.GetMethod.MethodHandle.GetFunctionPointer();
        return ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, pointer))();
    }

    private TargetDefinition With(Action change)
    {
        change();
        return this;
    }
}
