using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>
/// The members of a build that matter for targets or parameters: those of the class, then those of its component interfaces. A public class member
/// hides an interface member with the same name.
/// </summary>
internal static class BuildMembers
{
    public static List<MemberInfo> Find(
        Type type, Func<MemberInfo, bool> filter, BindingFlags flags, bool allowAmbiguity, bool preferMostDerived)
    {
        var ofInterfaces = type.GetInterfaces()
            .SelectMany(x => x.GetMembers(flags))
            .Where(filter)
            .Where(x => type.GetMember(x.Name).SingleOrDefault() == null)
            .ToLookup(x => x.ShortName());
        var ofClass = type.GetMembers(flags).Where(filter).Where(x => !x.Name.Contains('.')).ToDictionary(x => x.Name);

        var overridden = new HashSet<MemberInfo>();
        foreach (var group in ofInterfaces)
        {
            var classMember = ofClass.GetValueOrDefault(group.Key);
            if (preferMostDerived && classMember == null && group.Count() > 1 && BasesFirst(group) is { } ordered)
                overridden.UnionWith(ordered.SkipLast(1));
            else if (!allowAmbiguity)
                AssertUnambiguous(group, classMember);
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
        var ordered = new List<MemberInfo>();
        foreach (var member in group)
            AddAfterBases(member);
        return ordered.Skip(1).All(x => ordered[0].DeclaringType.IsAssignableFrom(x.DeclaringType)) ? ordered : null;

        void AddAfterBases(MemberInfo member)
        {
            if (ordered.Contains(member))
                return;
            foreach (var other in group.Where(x => x != member && x.DeclaringType.IsAssignableFrom(member.DeclaringType)))
                AddAfterBases(other);
            ordered.Add(member);
        }
    }

    private static void AssertUnambiguous(IGrouping<string, MemberInfo> group, MemberInfo classMember)
    {
        var kind = group.First().MemberType;
        var declaring = group.Select(x => $" - {x.DeclaringType.Name}").ToList();
        Assert.True(
            group.Count() == 1 || classMember != null,
            declaring.Prepend($"{kind} '{group.Key}' must be implemented explicitly because it is inherited from multiple interfaces:").JoinNewLine());
        Assert.True(
            classMember == null || classMember.HasPublicGetter(),
            declaring.Prepend($"{kind} '{group.Key}' must be marked public to override inherited member from:").JoinNewLine());
    }

    private static MemberInfo Implementation(MemberInfo member, Type type)
    {
        if (member.DeclaringType == type)
            return member;
        var explicitName = $"{member.DeclaringType.FullName.Replace('+', '.')}.{member.Name}";
        return type.GetMember(member.Name).SingleOrDefault()
               ?? type.GetMember(explicitName, Reflection.OfInstance).SingleOrDefault()
               ?? member;
    }
}
