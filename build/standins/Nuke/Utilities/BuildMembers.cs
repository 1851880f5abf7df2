using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>
/// The members of a build that matter for targets or parameters: those of the class, then those of its component interfaces. A public class member
/// hides an interface member with the same name.
/// </summary>
internal static class BuildMembers
{
    /// <param name="isForTargets">Whether a member of a derived interface hides that of its base, and any other ambiguity is an error.</param>
    public static List<MemberInfo> Find(Type type, Func<MemberInfo, bool> filter, BindingFlags flags, bool isForTargets)
    {
        var ofInterfaces = type.GetInterfaces()
            .SelectMany(x => x.GetMembers(flags))
            .Where(filter)
            .Where(x => type.GetMember(x.Name).SingleOrDefault() == null)
            .ToLookup(x => x.ShortName());
        var ofClass = type.GetMembers(flags).Where(filter).Where(x => !x.Name.Contains('.')).ToDictionary(x => x.Name);

        var overridden = new HashSet<MemberInfo>();
        foreach (var group in isForTargets ? ofInterfaces : Enumerable.Empty<IGrouping<string, MemberInfo>>())
        {
            var classMember = ofClass.GetValueOrDefault(group.Key);
            if (classMember == null && group.Count() > 1 && BasesFirst(group) is { } ordered)
                overridden.UnionWith(ordered.SkipLast(1));
            else
                AssertUnambiguous(group, (PropertyInfo)classMember);
        }

        return ofClass.Values
            .Concat(ofInterfaces.SelectMany(x => x).Select(x => Implementation(x, type)))
            .Distinct()
            .Where(x => !overridden.Contains(x))
            .Where(filter)
            .ToList();
    }

    // An interface that overrides a member of its base interface hides it; members of unrelated interfaces do not.
    private static List<MemberInfo> BasesFirst(IGrouping<string, MemberInfo> group)
    {
        var ordered = group.OrderBy(x => x.DeclaringType.GetInterfaces().Length).ToList();
        return ordered.Skip(1).All(x => ordered[0].DeclaringType.IsAssignableFrom(x.DeclaringType)) ? ordered : null;
    }

    private static void AssertUnambiguous(IGrouping<string, MemberInfo> group, PropertyInfo classMember)
    {
        var declaring = string.Concat(group.Select(x => $"{Environment.NewLine} - {x.DeclaringType.Name}"));
        Assert.True(
            group.Count() == 1 || classMember != null,
            $"Property '{group.Key}' must be implemented explicitly because it is inherited from multiple interfaces:{declaring}");
        Assert.True(
            classMember == null || classMember.GetMethod.IsPublic, $"Property '{group.Key}' must be marked public to override inherited member from:{declaring}");
    }

    private static MemberInfo Implementation(MemberInfo member, Type type)
    {
        var explicitName = $"{member.DeclaringType.FullName.Replace('+', '.')}.{member.Name}";
        return type.GetMember(member.Name).SingleOrDefault()
               ?? type.GetMember(explicitName, Reflection.OfInstance).SingleOrDefault()
               ?? member;
    }
}
