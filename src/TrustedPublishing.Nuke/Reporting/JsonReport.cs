using System.Text.Json.Nodes;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The report as JSON, for <c>--pypi-report</c>. Members may be added but are never removed.</summary>
internal static class JsonReport
{
    /// <summary>A single release as an object; several as a list, in the order of the run.</summary>
    public static string Text(IReadOnlyList<ReleaseResult> results) => JsonText.Serialize(results is [var only]
        ? Release(new() { ["schema"] = 1 }, only)
        : new()
        {
            ["schema"] = 1,
            ["succeeded"] = results.All(result => result.Succeeded),
            ["releases"] = new JsonArray([.. results.Select(result => Release(new() { ["attempted"] = result.IsAttempted }, result))]),
        });

    /// <summary>Adds the result of a release.</summary>
    private static JsonObject Release(JsonObject json, ReleaseResult result)
    {
        var report = result.Report;
        json["succeeded"] = result.Succeeded;
        json["index"] = result.Index.Name;
        json["uploadUrl"] = result.Index.UploadUrl.GetLeftPart(UriPartial.Path);
        json["project"] = report?.Project;
        json["version"] = report?.Version;
        json["releasePage"] = report?.Index.ReleasePage(report.Project, report.Version)?.AbsoluteUri;
        json["files"] = new JsonArray([.. report?.Files.Select(File) ?? []]);
        json["warnings"] = new JsonArray([.. report?.Warnings.Select(Finding) ?? []]);
        json["failure"] = result.Failure is { } failure ? Failure(failure) : null;
        return json;
    }

    private static JsonObject File(FileReport file) => new()
    {
        ["file"] = file.FileName,
        ["size"] = file.Size,
        ["sha256"] = file.Sha256,
        ["outcome"] = file.Outcome.ToString(),
        ["verified"] = file.Verified,
        ["attempts"] = file.Attempts,
        ["seconds"] = Math.Round(file.Duration.TotalSeconds, 3),
        ["url"] = file.Url?.AbsoluteUri,
        ["message"] = file.Message,
    };

    private static JsonObject Finding(Finding finding) => new()
    {
        ["severity"] = finding.Severity.ToString(),
        ["file"] = finding.FileName,
        ["text"] = finding.Text,
        ["remedy"] = finding.Remedy,
    };

    private static JsonObject Failure(PublishException failure) => new()
    {
        ["code"] = failure.Failure.ToString(),
        ["message"] = failure.Message,
        ["help"] = failure.HelpLink,
        ["file"] = failure.FileName,
        ["status"] = failure.StatusCode is { } status ? (int)status : null,
        ["findings"] = new JsonArray([.. failure.Findings.Select(Finding)]),
    };
}
