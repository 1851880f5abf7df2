using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;
using TrustedPublishing.Nuke.Composition;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>
/// Reads how a build composes the targets that the generated jobs run. A public member of the class silently hides a component's target with the same
/// name, and inherited targets add their requirements.
/// </summary>
internal static class ComposedTargets
{
    public static IReadOnlyList<ComposedTarget> ReadAll(INukeBuild build) =>
    [
        .. build is IPackDistributions ? [Read(build, typeof(IPackDistributions), nameof(IPackDistributions.Pack))] : (ComposedTarget[])[],
        .. build is IPublishDistributions ? [Read(build, typeof(IPublishDistributions), nameof(IPublishDistributions.Publish))] : (ComposedTarget[])[],
    ];

    private static ComposedTarget Read(INukeBuild build, Type component, string name)
    {
        var property = component.GetProperty(name)!;
        if (Run(build, property) is not { } target)
        {
            return new(name, component.Name, IsOurs: false);
        }

        var definition = RecordedDefinition.Record(build, name, target);
        var values = new JobValues(build);
        return new(name, component.Name, definition.Visited.Contains(RecordedDefinition.NonVirtual(property, build)))
        {
            Unmet =
            [
                .. definition.Requirements.Where(requirement => !values.Has(InjectedMembers.Read(build.GetType(), requirement.Member)))
                    .Select(requirement => ($"{requirement.Member.DeclaringType!.Name}.{requirement.Member.Name}", requirement.Target)).Distinct(),
            ],
        };
    }

    /// <summary>
    /// What NUKE runs under the name: the class's public member if there is one, otherwise the component's target or its override. Null if that is
    /// not a target.
    /// </summary>
    private static Target? Run(INukeBuild build, PropertyInfo ofComponent) => build.GetType().GetMember(ofComponent.Name) switch
    {
        [] => (Target)ofComponent.GetValue(build)!,
        [PropertyInfo own, ..] when own.PropertyType == typeof(Target) => (Target)own.GetValue(build)!,
        _ => null,
    };
}
