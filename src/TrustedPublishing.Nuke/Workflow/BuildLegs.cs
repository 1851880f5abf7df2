using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Packaging.Platforms;
using static TrustedPublishing.Nuke.Workflow.CommonDiagnostics;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Turns the declared runtime identifiers into build jobs: one for each machine and container.</summary>
internal static partial class BuildLegs
{
    /// <summary>The jobs; empty if no runtime identifier is declared.</summary>
    /// <param name="settings">The declaration.</param>
    /// <param name="facts">The facts about the build.</param>
    /// <param name="machineFor">The default machine for a runtime identifier.</param>
    /// <param name="name">The name of the job if it is the only one.</param>
    public static IReadOnlyList<BuildLeg> CreateAll(GeneratedReleaseAttribute settings, RepositoryFacts facts, Func<string, string?> machineFor, string name)
    {
        var containers = settings.Containers.Select(Entry).OfType<(string Runtime, string? Place)>().ToLookup(entry => entry.Runtime, entry => entry.Place);
        var groups = Declared(settings, facts)
            .GroupBy(entry => (Machine: entry.Place ?? machineFor(entry.Runtime), Container: containers[entry.Runtime].FirstOrDefault()), entry => entry.Runtime).ToList();
        return [.. groups.Select(group => new BuildLeg(groups.Count == 1 ? name : string.Join('_', group), group.Key.Machine, group.Key.Container, [.. group]))];
    }

    /// <summary>The runtime identifiers of the attribute, or otherwise those of the build, each with its machine, if given.</summary>
    public static IReadOnlyList<(string Runtime, string? Place)> Declared(GeneratedReleaseAttribute settings, RepositoryFacts facts) =>
        settings.RuntimeIdentifiers.Length > 0 ? [.. settings.RuntimeIdentifiers.Select(Entry).OfType<(string, string?)>()]
            : [.. facts.Platforms?.RuntimeIdentifiers.Select(runtime => (runtime, (string?)null)) ?? []];

    /// <summary>The runtime identifiers that are compiled to native code, each of which requires such a machine.</summary>
    public static IEnumerable<(RuntimeIdentifier Identifier, string? Place, bool HasContainer)> Compiled(GeneratedReleaseAttribute settings, RepositoryFacts facts) =>
        from entry in Declared(settings, facts)
        where facts.Platforms is { IsNativeAot: true }
        let identifier = RuntimeIdentifier.TryParse(entry.Runtime)
        where identifier?.Family is not null
        select (identifier, entry.Place, settings.Containers.Any(text => Entry(text)?.Runtime == entry.Runtime));

    /// <summary>Settings that are invalid on every CI system.</summary>
    public static IEnumerable<string> Complaints(GeneratedReleaseAttribute settings, RepositoryFacts facts)
    {
        var declared = Declared(settings, facts).Select(entry => entry.Runtime).ToList();
        var built = facts.Platforms?.RuntimeIdentifiers ?? [];
        return
        [
            .. When(settings.RuntimeIdentifiers.Length > 0 && facts.Platforms is null, "RuntimeIdentifiers is for builds that pack wheels for platforms: let the build class implement IPackDotNetTool or IPackNativeLibrary."),
            .. OfForm("RuntimeIdentifiers", settings.RuntimeIdentifiers.Where(text => Entry(text) is null), "linux-x64, or linux-x64=PLACE"),
            .. OfForm("Containers", settings.Containers.Where(text => Entry(text)?.Place is null), "linux-x64=IMAGE"),
            .. declared.Where(runtime => RuntimeIdentifier.TryParse(runtime) is null).Select(runtime => $"Wheels do not support '{runtime}': use runtime identifiers such as {RuntimeIdentifier.Known}."),
            .. declared.CountBy(runtime => runtime).Where(count => count.Value > 1).Select(count => $"RuntimeIdentifiers names {count.Key} twice: keep one."),
            .. When(
                settings.RuntimeIdentifiers.Length > 0 && built.Count > 0 && !built.ToHashSet().SetEquals(declared),
                $"RuntimeIdentifiers of the attribute has {string.Join(", ", declared)}, and ReleaseRuntimeIdentifiers of the build has {string.Join(", ", built)}: declare them in only one place."),
            .. When(declared.Count > 0 && settings.BuildArguments.Any(IsOption), "BuildArguments has --runtime-identifiers, which the generated jobs give themselves: use RuntimeIdentifiers."),
            .. settings.Containers.Select(Entry).OfType<(string Runtime, string? Place)>().SelectMany(entry => OfContainer(entry.Runtime, entry.Place, declared)),
            .. settings.Containers.Select(Entry).OfType<(string Runtime, string? Place)>().CountBy(entry => entry.Runtime).Where(count => count.Value > 1).Select(count => $"Containers names {count.Key} twice: keep one."),
        ];
    }

    private static IEnumerable<string> OfForm(string option, IEnumerable<string> texts, string form) => texts.Select(text => $"'{text}' in {option} is not of the form {form}.");

    private static IEnumerable<string> OfContainer(string runtime, string? image, List<string> declared) =>
    [
        .. When(!declared.Contains(runtime), $"Containers has an image for {runtime}, which is not among the runtime identifiers: {(declared.Count == 0 ? "none is declared" : string.Join(", ", declared))}."),
        .. When(image is not null && RuntimeIdentifier.TryParse(runtime) is { Family: PlatformTag.MacOS or PlatformTag.Windows }, $"Containers has an image for {runtime}, but containers run only Linux: remove it."),
        .. image is null ? [] : ContainerImage.Complaints($"The image of {runtime} in Containers", image),
    ];

    private static bool IsOption(string argument) => argument.StartsWith('-') && argument.Replace("-", "", StringComparison.Ordinal).Equals("RuntimeIdentifiers", StringComparison.OrdinalIgnoreCase);

    /// <summary>Parses <c>RUNTIME</c> or <c>RUNTIME=PLACE</c>; null if the text has a different form.</summary>
    private static (string Runtime, string? Place)? Entry(string text) =>
        Form().Match(text) is { Success: true } match ? (match.Groups["runtime"].Value, match.Groups["place"].Success ? match.Groups["place"].Value : null) : null;

    [GeneratedRegex(@"\A(?<runtime>[A-Za-z0-9.-]+)(?:=(?<place>[^\s=]+(?: [^\s=]+)*))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
