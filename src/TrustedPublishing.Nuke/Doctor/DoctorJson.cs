using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>The checks as JSON, for <c>--doctor-report</c>. Members are only ever added.</summary>
internal static class DoctorJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Text(IReadOnlyList<DoctorCheck> checks) => new JsonObject
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
    }.ToJsonString(Indented) + "\n";
}
