using System.Text.RegularExpressions;
using static TrustedPublishing.Nuke.Workflow.CommonDiagnostics;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Names of container images.</summary>
internal static partial class ContainerImage
{
    /// <summary>Why an image cannot run the generated commands, or can change unnoticed.</summary>
    public static IEnumerable<string> Complaints(string setting, string image) =>
    [
        .. When(!Versioned().IsMatch(image), $"{setting} = \"{image}\" is not a container image with a version: write name:tag or, pinned, name:tag@sha256:DIGEST. 'latest' can change at any time."),
        .. When(WithoutShell().IsMatch(image), $"{setting} = \"{image}\" has no bash or no GNU coreutils, which the jobs need: use a Debian or Ubuntu image, for example mcr.microsoft.com/dotnet/sdk:10.0."),
    ];

    [GeneratedRegex(@"\A[a-z0-9]+(?:[._:/-]+[a-z0-9]+)*:(?!latest(?:@|\z))[A-Za-z0-9_][A-Za-z0-9_.-]*(?:@sha256:[0-9a-f]{64})?\z")]
    private static partial Regex Versioned();

    [GeneratedRegex("alpine|busybox|chiseled|distroless|nanoserver|windowsservercore", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutShell();
}
