namespace TrustedPublishing.Nuke.Composition;

/// <summary>Compositions with which the generated jobs could not publish or would run something else, and the code that fixes them.</summary>
internal static class CompositionDiagnostics
{
    /// <summary>The problems, and what to change.</summary>
    public static IEnumerable<(string Found, string Change)> Check(IReadOnlyList<ComposedTarget> targets) => targets.SelectMany(CheckTarget);

    private static IEnumerable<(string, string)> CheckTarget(ComposedTarget target) =>
    [
        .. target.IsOurs ? [] : ((string, string)[])
        [
            ($"The jobs run the target {target.Name}. This build class hides the {target.Name} of {target.Component} without inheriting it, so they would run only yours.",
                $"Combine both: {Line(target.Name, target.Component)}, followed by your own calls, for example .DependsOn(Compile); or rename your target."),
        ],
        .. target.Name == nameof(IPublishDistributions.Publish) ? target.Unmet.Select(requirement => Describe(target, requirement)) : [],
    ];

    private static (string, string) Describe(ComposedTarget target, (string Member, string Target) requirement)
    {
        var text = $"{requirement.Target} requires {requirement.Member}, which is not available in the publishing job, where only {target.Name} runs.";
        return requirement.Target.Split('.') is [var component, var name] && component.StartsWith('I') && component != target.Component
            ? (text, $"Use separate targets: {Line(target.Name, target.Component)}; {Line($"Push{Product(component)}", component, name)};")
            : (text, "Move .Requires(() => …) to a target that does not run there.");
    }

    /// <summary>NUKE's own component for NuGet packages has the same short name as ours.</summary>
    private static string Product(string component) => component == "IPublish" ? "NuGet" : component[1..];

    private static string Line(string name, string component, string? inherited = null) =>
        $"public Target {name} => _ => _.Inherit<{component}>(x => x.{inherited ?? name})";
}
