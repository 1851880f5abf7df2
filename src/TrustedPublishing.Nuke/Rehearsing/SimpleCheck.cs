using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>Queries the index, as any installer would, to check that it lists every file with its hash.</summary>
internal static class SimpleCheck
{
    public static async Task ExecuteAsync(PublishOptions options, PublishReport report)
    {
        using var reader = options.OpenReader();
        var project = await reader.GetProjectAsync(report.Project, CancellationToken.None);
        var listed = project?.Files.ToDictionary(file => file.FileName, StringComparer.Ordinal) ?? [];
        var missing = report.Files.Where(file => listed.GetValueOrDefault(file.FileName)?.Sha256 != file.Sha256).Select(file => file.FileName).ToList();
        if (missing.Count > 0)
        {
            throw new Failure($"The Simple API at {options.Index.SimpleUrl} does not list these files with the hash that was sent: {string.Join(", ", missing)}.");
        }

        BuildLog.Information($"The Simple API lists {(report.Files.Count == 1 ? "the file with the hash that was" : $"all {report.Files.Count} files with the hashes that were")} sent");
    }
}
