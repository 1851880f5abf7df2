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
    private static readonly string[] Assigned = ["Plan", "Help", "NoLogo", "Verbosity"];

    private static readonly Dictionary<MemberInfo, object> Cache = [];

    /// <summary>The first non-null value is kept for the lifetime of the process.</summary>
    public static T TryGetValue<T>(LambdaExpression expression)
    {
        var member = expression.Member();
        if (!Cache.TryGetValue(member, out var value) || value == null)
            value = Cache[member] = member.GetCustomAttribute<ValueInjectionAttributeBase>().NotNull().TryGetValue(member);
        return (T)value;
    }

    public static void InjectParameters(NukeBuild build) => Inject(build, isParameter: true);

    /// <summary>Everything except plain parameters; injected late, because it may be costly or need the parameters.</summary>
    public static void InjectOtherValues(NukeBuild build) => Inject(build, isParameter: false);

    private static void Inject(NukeBuild build, bool isParameter)
    {
        var members = Members(build.GetType())
            .Where(x => (x.Attribute.GetType() == typeof(ParameterAttribute)) == isParameter)
            .Where(x => x.Member.DeclaringType != typeof(NukeBuild) || Assigned.Contains(x.Member.Name))
            .Where(x => !x.Member.ReflectedType.IsInterface)
            .OrderBy(x => Depth(x.Member.DeclaringType));
        foreach (var (member, attribute) in members)
        {
            if (attribute.TryGetValue(member) is not { } value)
                continue;

            Assert.True(
                member.ValueType().IsInstanceOfType(value),
                $"Member '{member.Name}' must be of type '{value.GetType().Name}' to get its valued injected from '{attribute.GetType().Name}'");
            member.Assign(build, value);
        }
    }

    public static List<MemberInfo> ParameterMembers(Type type)
        => Members(type).Where(x => x.Attribute is ParameterAttribute { List: true }).Select(x => x.Member).OrderBy(Parameters.NameOf).ToList();

    public static List<(MemberInfo Member, ValueInjectionAttributeBase Attribute)> Members(Type type)
        => BuildMembers
            .Find(type, x => x.Has<ValueInjectionAttributeBase>(), Reflection.Everything, isForTargets: false)
            .OrderBy(x => x.Name)
            .Select(x => (x, x.GetCustomAttribute<ValueInjectionAttributeBase>()))
            .ToList();

    private static int Depth(Type type) => type.BaseType == null ? 0 : 1 + Depth(type.BaseType);
}
