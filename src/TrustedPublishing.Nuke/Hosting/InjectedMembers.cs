using System.Reflection;
using Nuke.Common.ValueInjection;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>
/// The members of a build into which NUKE injects values, by NUKE's own rules: an interface member counts only if the class has no public member with
/// that name; an explicit implementation replaces it, with its own attributes.
/// </summary>
internal static class InjectedMembers
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private const BindingFlags All = Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    public static IReadOnlyList<MemberInfo> Find(Type build) =>
    [
        .. build.GetMembers(All).Where(member => IsInjected(member) && !member.Name.Contains('.', StringComparison.Ordinal))
            .Concat(build.GetInterfaces().SelectMany(component => component.GetMembers(All))
                .Where(member => IsInjected(member) && build.GetMember(member.Name).Length == 0)
                .Select(member => Implementation(build, member)).Where(IsInjected))
            .Distinct(),
    ];

    /// <summary>The member that NUKE reads when a target requires one.</summary>
    public static MemberInfo Read(Type build, MemberInfo required) =>
        required.DeclaringType == build ? required : build.GetMember(required.Name) is [var own] ? own : required;

    private static MemberInfo Implementation(Type build, MemberInfo member) =>
        build.GetMember($"{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}", Instance) is [var own] ? own : member;

    private static bool IsInjected(MemberInfo member) => member is FieldInfo or PropertyInfo && member.GetCustomAttribute<ValueInjectionAttributeBase>() is not null;
}
