using System.Reflection;
using Nuke.Common;
using Nuke.Common.ValueInjection;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>The members of a build that must have a value → what a job must have for it.</summary>
internal static class StartRequirementsReader
{
    public static StartRequirements Read(INukeBuild build)
    {
        var members = InjectedMembers.Find(build.GetType());
        var required = members.Where(member => member.IsDefined(typeof(RequiredAttribute))).ToList();
        var values = new JobValues(build);
        return new()
        {
            Files = [.. File.Exists(build.RootDirectory / JobValues.ParametersFile) ? [JobValues.ParametersFile] : (string[])[], .. members.Select(values.SolutionOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Git = required.Exists(JobValues.IsFromGit),
            Unmet = [.. required.Where(member => !values.Has(member)).Select(member => Remedy(member, values)).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static string Remedy(MemberInfo member, JobValues values)
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
