using System.Reflection;
using Nuke.Common;
using Nuke.Common.ValueInjection;
using TrustedPublishing.Nuke.Hosting;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// What a build needs in order to start. NUKE checks members with <c>[Required]</c> at every start, whatever target runs, so the publishing job, which
/// has no sources, must have the files from which they are read.
/// </summary>
internal sealed record StartRequirements
{
    /// <summary>Files to hand over, relative to the root.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Whether a member is read from the git repository.</summary>
    public required bool Git { get; init; }

    /// <summary>Required members that nothing in the publishing job can provide, each as a sentence with the solution.</summary>
    public required IReadOnlyList<string> Unmet { get; init; }

    public static StartRequirements FromBuild(INukeBuild build)
    {
        var members = InjectedMembers.Find(build.GetType());
        var required = members.Where(member => member.IsDefined(typeof(RequiredAttribute))).ToList();
        var values = new JobValues(build);
        return new()
        {
            Files = [.. File.Exists(build.RootDirectory / JobValues.ParametersFile) ? [JobValues.ParametersFile] : (string[])[], .. members.Select(values.SolutionOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Git = required.Exists(JobValues.IsFromGit),
            Unmet = [.. required.Where(member => !values.Has(member)).Select(member => WayOut(member, values)).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static string WayOut(MemberInfo member, JobValues values)
    {
        var name = $"{member.DeclaringType!.Name}.{member.Name} is [Required]. NUKE checks it at every start, including in the publishing job, which has no sources";
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()!.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal);
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
        return JobValues.IsSolution(member)
            ? $"{name}: {(values.Named(member) is { } file ? $"the solution '{file}' does not exist below the root" : $"{JobValues.ParametersFile} does not name the solution. Write \"{BuildParameters.NameOf(member)}\": \"path/to/solution.slnx\" into it")}."
            : member.DeclaringType.IsInterface
                ? $"{name}. Declare it on the build class without [Required]: [{attribute}, Optional] public {type.Name} {member.Name} {{ get; }}, and put .Requires(() => {member.Name}) on the targets that need it."
                : $"{name}. Remove [Required] there and put .Requires(() => {member.Name}) on the targets that need it.";
    }
}
