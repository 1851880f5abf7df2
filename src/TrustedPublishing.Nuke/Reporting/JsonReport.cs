using System.Text.Json.Nodes;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The report as JSON, for <c>--pypi-report</c>. Members are only ever added.</summary>
internal static class JsonReport
{
    public static string Text(PublishReport? report, PublishException? failure) => JsonText.Serialize(new()
    {
        ["schema"] = 1,
        ["succeeded"] = failure is null && report is { Succeeded: true },
        ["index"] = (report?.Index ?? failure?.Index)?.Name,
        ["uploadUrl"] = (report?.Index ?? failure?.Index)?.UploadUrl.GetLeftPart(UriPartial.Path),
        ["project"] = report?.Project,
        ["version"] = report?.Version,
        ["releasePage"] = report?.Index.ReleasePage(report.Project, report.Version)?.AbsoluteUri,
        ["files"] = new JsonArray([.. report?.Files.Select(File) ?? []]),
        ["warnings"] = new JsonArray([.. report?.Warnings.Select(Finding) ?? []]),
        ["failure"] = failure is null ? null : Failure(failure),
    });

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
