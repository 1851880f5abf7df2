using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>Records a target's fluent definition by evaluating it again: what it inherits and what it requires.</summary>
internal class RecordedDefinition : DispatchProxy
{
    private readonly Stack<string> path = new();
    private Stack<PropertyInfo> bases = new();
    private INukeBuild build = null!;

    /// <summary>All targets whose definitions were evaluated, including the target itself.</summary>
    public HashSet<Target> Visited { get; } = [];

    /// <summary>Members that must have a value, and the target that requires them.</summary>
    public List<(MemberInfo Member, string Target)> Requirements { get; } = [];

    public static RecordedDefinition Record(INukeBuild build, string name, Target target)
    {
        var definition = (RecordedDefinition)(object)Create<ITargetDefinition, RecordedDefinition>();
        definition.build = build;
        definition.bases = BasesOf(build.GetType(), name);
        definition.Visit($"{build.GetType().Name}.{name}", target);
        return definition;
    }

    /// <summary>The target as declared by exactly this type, even if the build overrides it.</summary>
    public static Target NonVirtual(PropertyInfo declared, INukeBuild build) =>
        ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, declared.GetMethod!.MethodHandle.GetFunctionPointer())!)();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod!.Name)
        {
            case nameof(ITargetDefinition.Inherit) when targetMethod.IsGenericMethod:
                Inherit(targetMethod.GetGenericArguments()[0], (LambdaExpression[])args![0]!);
                break;
            case nameof(ITargetDefinition.Inherit):
                Array.ForEach((Target[])args![0]!, target => Visit(path.Peek(), target));
                break;
            case nameof(ITargetDefinition.Base) when bases.TryPop(out var inherited):
                Visit($"{inherited.DeclaringType!.Name}.{inherited.Name}", NonVirtual(inherited, build));
                break;
            case nameof(ITargetDefinition.Requires):
                Requirements.AddRange(args!.SelectMany(Lambdas).Select(lambda => Member(lambda.Body)).OfType<MemberInfo>().Select(member => (member, path.Peek())));
                break;
        }

        return this;
    }

    private static Stack<PropertyInfo> BasesOf(Type build, string name)
    {
        var found = new List<PropertyInfo>();
        for (var type = build.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly) is { } property)
            {
                found.Insert(0, property);
            }
        }

        return new(found);
    }

    private void Inherit(Type component, LambdaExpression[] named)
    {
        var properties = named.Length > 0
            ? named.Select(lambda => Member(lambda.Body)).OfType<PropertyInfo>()
            : component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(property => property.PropertyType == typeof(Target));
        foreach (var property in properties)
        {
            Visit($"{component.Name}.{property.Name}", NonVirtual(property, build));
        }
    }

    private void Visit(string name, Target target)
    {
        Visited.Add(target);
        path.Push(name);
        target((ITargetDefinition)(object)this);
        path.Pop();
    }

    /// <summary>
    /// Conditions and tool requirements are ignored: conditions can be evaluated only in the job, and tools are searched for when they are used.
    /// </summary>
    private static IEnumerable<LambdaExpression> Lambdas(object? argument) =>
        (argument is LambdaExpression one ? [one] : argument as LambdaExpression[] ?? []).Where(lambda => lambda.ReturnType != typeof(bool) && lambda.ReturnType != typeof(Tool));

    private static MemberInfo? Member(Expression expression) => expression switch
    {
        UnaryExpression conversion => Member(conversion.Operand),
        MemberExpression member => member.Member,
        _ => null,
    };
}
