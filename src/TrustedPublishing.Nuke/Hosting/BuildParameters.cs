using System.Reflection;
using Nuke.Common;
using TrustedPublishing.Nuke.Parameters;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>The parameters of a build class: its own and those of its components.</summary>
internal static class BuildParameters
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The parameters that these components declare.</summary>
    public static IReadOnlyList<KnownParameter> OfTheseComponents(Type build) =>
    [
        .. build.GetInterfaces().Where(component => component.Assembly == typeof(BuildParameters).Assembly).SelectMany(Members)
            .Select(member => ParameterRules.WithRule(new(member.Name, Kind(((PropertyInfo)member).PropertyType), member.IsDefined(typeof(SecretAttribute))))),
    ];

    /// <summary>The names of all parameters, case-insensitive.</summary>
    public static IReadOnlySet<string> Names(Type build)
    {
        var classes = new List<Type>();
        for (var type = build; type is not null; type = type.BaseType)
        {
            classes.Add(type);
        }

        return build.GetInterfaces().Concat(classes).SelectMany(Members).Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The name under which NUKE looks up a value.</summary>
    public static string NameOf(MemberInfo member) =>
        member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix + (member.GetCustomAttribute<ParameterAttribute>()!.Name ?? member.Name);

    private static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Own).Where(member => member is FieldInfo or PropertyInfo && member.IsDefined(typeof(ParameterAttribute)));

    private static ParameterKind Kind(Type type) =>
        type == typeof(string[]) ? ParameterKind.Texts
        : type == typeof(int) ? ParameterKind.Number
        : type == typeof(bool) ? ParameterKind.Flag
        : ParameterKind.Text;
}
