using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.ValueInjection;

/// <summary>
/// Provides values for members with an injection attribute: assigned to fields and properties of the class, read by interface getters.
/// </summary>
internal static class Injection
{
    // Of the engine's own parameters, only these are assigned; the others are read where they are needed.
    private static readonly string[] Assigned = ["Plan", "Help", "Continue", "NoLogo", "Verbosity", "Partition"];

    private static readonly Dictionary<MemberInfo, object> Cache = [];

    /// <summary>The first non-null value is kept for the lifetime of the process.</summary>
    public static T TryGetValue<T>(LambdaExpression expression)
    {
        var member = expression.Member();
        if (!Cache.TryGetValue(member, out var value) || value == null)
        {
            var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>().NotNull();
            var instance = expression.Instance();
            attribute.Build = instance as INukeBuild;
            value = Cache[member] = attribute.TryGetValue(member, instance);
        }

        return (T)value;
    }

    public static void Inject(INukeBuild build, Func<MemberInfo, ValueInjectionAttributeBase, bool> filter)
    {
        var members = Members(build.GetType())
            .Where(x => filter(x.Member, x.Attribute))
            .Where(x => x.Member.DeclaringType != typeof(NukeBuild) || Assigned.Contains(x.Member.Name))
            .Where(x => !x.Member.ReflectedType.IsInterface)
            .OrderBy(x => Depth(x.Member.DeclaringType))
            .ThenByDescending(x => x.Attribute.Priority);
        foreach (var (member, attribute) in members)
        {
            attribute.Build = build;
            if (attribute.TryGetValue(member, build) is not { } value)
                continue;

            Assert.True(
                member.ValueType().IsInstanceOfType(value),
                $"Member '{member.Name}' must be of type '{value.GetType().Name}' to get its valued injected from '{attribute.GetType().Name}'");
            member.Assign(build, value);
        }
    }

    public static List<MemberInfo> ParameterMembers(Type type, bool includeUnlisted)
        => Members(type)
            .Where(x => x.Attribute is ParameterAttribute parameter && (includeUnlisted || parameter.List))
            .Select(x => x.Member)
            .OrderBy(Parameters.NameOf)
            .ToList();

    public static List<(MemberInfo Member, ValueInjectionAttributeBase Attribute)> Members(Type type)
        => BuildMembers
            .Find(type, x => x.Has<ValueInjectionAttributeBase>(), Reflection.Everything, allowAmbiguity: true, preferMostDerived: false)
            .OrderBy(x => x.Name)
            .Select(x => (x, x.GetCustomAttribute<ValueInjectionAttributeBase>()))
            .ToList();

    private static int Depth(Type type) => type.BaseType == null ? 0 : 1 + Depth(type.BaseType);
}
