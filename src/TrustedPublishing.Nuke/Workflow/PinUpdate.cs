using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// Updates the pins of a generated workflow: for each action, to the newest release of the same major version that is old enough. Malicious releases
/// are usually discovered within days; another major version may need different inputs, and comes with a new version of this library.
/// </summary>
/// <param name="releases">Reads the releases.</param>
/// <param name="now">The current time.</param>
/// <param name="coolDown">The minimum age of a release.</param>
internal sealed class PinUpdate(ActionReleases releases, DateTimeOffset now, TimeSpan coolDown)
{
    /// <summary>Returns the workflow with updated pins.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="decided">The repositories whose pins are set by the attribute.</param>
    /// <exception cref="Failure">GitHub could not be queried.</exception>
    public async Task<string> RenewAsync(string workflow, IReadOnlyCollection<string> decided)
    {
        foreach (var pin in PinnedAction.In(workflow).Distinct().Where(pin => !decided.Contains(pin.Repository, StringComparer.OrdinalIgnoreCase)).ToList())
        {
            if (Newest(pin, await releases.ReadAsync(pin.Repository)) is { } newer)
            {
                var renewed = pin with { Version = newer.Tag, Commit = await releases.CommitAsync(pin.Repository, newer.Tag) };
                BuildLog.Information($"{pin.Repository} {pin.Version} is renewed to {newer.Tag}, which was published on {newer.PublishedAt:yyyy-MM-dd}: read what changed, https://github.com/{pin.Repository}/releases");
                workflow = workflow.Replace($"{pin.Reference} # {pin.Version}", $"{renewed.Reference} # {renewed.Version}", StringComparison.Ordinal);
            }
        }

        return workflow;
    }

    private ActionRelease? Newest(PinnedAction pin, IReadOnlyList<ActionRelease> all)
    {
        var newer = all.Select(release => (Release: release, Pin: pin with { Version = release.Tag })).Where(release => IsVersion(release.Release.Tag) && release.Pin.Number > pin.Number).ToList();
        foreach (var (release, _) in newer.Where(release => now - release.Release.PublishedAt < coolDown))
        {
            BuildLog.Information($"{pin.Repository} {release.Tag} was published on {release.PublishedAt:yyyy-MM-dd} and is used once it is {coolDown.Days} days old");
        }

        var (ripe, others) = (newer.Where(release => now - release.Release.PublishedAt >= coolDown).ToList(), newer.Where(release => release.Pin.Number.Major > pin.Number.Major).ToList());
        if (others.Count > 0)
        {
            BuildLog.Information($"{pin.Repository} {others.MaxBy(release => release.Pin.Number).Release.Tag} is another major version, which is not used automatically; to use it, set Pins = [\"{pin.Repository}@COMMIT # VERSION\"]");
        }

        return ripe.Where(release => release.Pin.Number.Major == pin.Number.Major).OrderByDescending(release => release.Pin.Number).Select(release => release.Release).FirstOrDefault();
    }

    /// <summary>Only complete versions count: tags such as <c>v7</c> are moved.</summary>
    private static bool IsVersion(string tag) => tag.StartsWith('v') && tag[1..].Split('.') is [_, _, _] numbers && numbers.All(number => number.Length is > 0 and < 6 && number.All(char.IsAsciiDigit));
}
