using System.Text.Json.Nodes;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>The checks as JSON, for <c>--doctor-report</c>. Members may be added but are never removed.</summary>
internal static class DoctorJson
{
    public static string Text(IReadOnlyList<DoctorCheck> checks) => JsonText.Serialize(new()
    {
        ["schema"] = 1,
        ["healthy"] = checks.All(check => check.Verdict is not DoctorVerdict.Error),
        ["checks"] = new JsonArray([.. checks.Select(check => new JsonObject
        {
            ["check"] = check.Check,
            ["verdict"] = check.Verdict.ToString(),
            ["found"] = check.Found,
            ["change"] = check.Change,
        })]),
    });
}
