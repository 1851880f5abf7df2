using TrustedPublishing.Distributions.Binaries;
using static TrustedPublishing.Nuke.Workflow.CommonDiagnostics;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Which GitHub runner image packs what (https://docs.github.com/actions/reference/runners/github-hosted-runners).</summary>
internal static class GitHubRunners
{
    private static readonly Dictionary<string, string> Compiling = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = "ubuntu-24.04", ["linux-arm64"] = "ubuntu-24.04-arm", ["linux-musl-x64"] = "ubuntu-24.04", ["linux-musl-arm64"] = "ubuntu-24.04-arm",
        ["win-x64"] = "windows-2025", ["win-arm64"] = "windows-11-arm", ["osx-x64"] = "macos-15-intel", ["osx-arm64"] = "macos-15",
    };

    /// <summary>The build jobs.</summary>
    public static IReadOnlyList<BuildLeg> Legs(TrustedPublishingWorkflowAttribute settings, RepositoryFacts facts) =>
        BuildLegs.CreateAll(settings, facts, runtime => facts.Platforms is { IsNativeAot: true } && Compiling.TryGetValue(runtime, out var image) ? image : settings.Images[0], settings.Images[0]) is { Count: > 0 } legs
            ? legs
            : [.. settings.Images.Select(image => new BuildLeg(image, image, null, []))];

    public static IEnumerable<string> Complaints(TrustedPublishingWorkflowAttribute settings, RepositoryFacts facts) =>
    [
        .. When(
            settings.Images.Length > 1 && BuildLegs.Declared(settings, facts).Count > 0,
            "Images has several images but does not say which runtime identifier is packed on which: name one image, and write the others as RuntimeIdentifiers = [\"linux-x64=ubuntu-24.04\", …]."),
        .. BuildLegs.Compiled(settings, facts).SelectMany(compiled => OfCompiled(compiled.Identifier.Text, compiled.Identifier.Family!, compiled.Place, compiled.HasContainer)),
    ];

    private static IEnumerable<string> OfCompiled(string runtime, string family, string? place, bool hasContainer)
    {
        var image = place ?? Compiling.GetValueOrDefault(runtime);
        var system = family switch { PlatformTag.Windows => "windows-", PlatformTag.MacOS => "macos-", _ => "ubuntu-" };
        return
        [
            .. When(image is null, $"{runtime} is compiled to native code, for which no GitHub image is known: name one, \"{runtime}={system}…\" in RuntimeIdentifiers."),
            .. When(image?.StartsWith(system, StringComparison.Ordinal) == false, $"{runtime} is compiled to native code on its own system, which {image} is not: use an image that begins with {system}."),
            .. When(family == PlatformTag.MuslLinux && !hasContainer, $"{runtime} is compiled to native code in a container with musl: name one that has bash, for example Containers = [\"{runtime}=quay.io/pypa/musllinux_1_2_x86_64:TAG\"]."),
        ];
    }
}
