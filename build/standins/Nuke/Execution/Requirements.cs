using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>The requirements of scheduled targets, then those of the build at every start. Checked once, before any target runs.</summary>
internal static class Requirements
{
    public static void Validate(NukeBuild build)
    {
        foreach (var target in build.ExecutionPlan.Where(x => x.Status == ExecutionStatus.Scheduled))
        {
            foreach (var requirement in target.DelegateRequirements)
                Validate(build, target, requirement);
        }

        foreach (var (member, _) in Injection.Members(build.GetType()).Where(x => x.Member.Has<RequiredAttribute>()))
        {
            if (IsMissing(build, member, target: null))
                throw new Exception($"Member '{NameOf(member)}' is required to be not null or empty");
        }
    }

    private static void Validate(NukeBuild build, ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
            Assert.True(condition.Compile()(), $"Target '{target.Name}' requires '{requirement.Body}'");
        else if (IsMissing(build, requirement.Member(), target))
            throw new Exception($"Target '{target.Name}' requires member '{NameOf(requirement.Member())}' to be not null or empty");
    }

    private static bool IsMissing(NukeBuild build, MemberInfo member, ExecutableTarget target)
    {
        if (member.DeclaringType != build.GetType())
            member = build.GetType().GetMember(member.Name).SingleOrDefault() ?? member;

        var from = target == null ? "" : $"from target '{target.Name}' ";
        Assert.True(
            member.Has<ValueInjectionAttributeBase>(),
            $"Member '{NameOf(member)}' is required {from}but not marked with an injection attribute.");
        var value = member.Read(build);
        return value is string text ? string.IsNullOrWhiteSpace(text) : value == null;
    }

    private static string NameOf(MemberInfo member) => member.Has<ParameterAttribute>() ? Parameters.NameOf(member) : member.Name;
}
