using TrustedPublishing.Testing.Jobs;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Nuke.Tests.Trust;

/// <summary>
/// A hostile server in place of the index repeats every secret that it has seen, in every form and every part of a response, with commands for the CI
/// system.
/// </summary>
public sealed class AnIndexThatEchoesSecrets
{
    private const string Commands = "\n::stop-commands::P\n##[stop-commands]P\n::add-mask::a\n \u3000::set-env name=A::b\u200b\n###[error]x\u202e";

    private static readonly string[] Stages = ["identity", "audience", "exchange", "listing", "upload", "verification", "revocation"];

    private static readonly string[] Kinds = ["JSON", "page", "redirect"];

    public static TheoryData<string, string, string, string> Cases =>
    [
        .. from stage in Stages from kind in Kinds select (PlayedJob.GitHub, stage, kind, "Verbose"),
        .. from stage in Stages.Except(["identity"]) select (PlayedJob.GitLab, stage, Kinds[Array.IndexOf(Stages, stage) % 3], "Verbose"),
        .. from stage in (string[])["listing", "upload", "verification"] from kind in (string[])["JSON", "redirect"] select (PlayedJob.Local, stage, kind, "Verbose"),
        .. from verbosity in (string[])["Normal", "Minimal", "Quiet"] from job in (string[])[PlayedJob.GitHub, PlayedJob.GitLab, PlayedJob.Local] select (job, "upload", "JSON", verbosity),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task IsNotRepeatedInAnyOutput(string job, string stage, string kind, string verbosity)
    {
        await using var played = await PlayedJob.StartAsync(job);
        var sent = false;
        played.Relay.Attack = request =>
        {
            var now = StageOf(request, sent);
            sent |= now == "upload";
            return now == stage ? Answer(kind, EchoedSecret.Say(played.Relay.Secrets, Array.IndexOf(Stages, stage) + Array.IndexOf(Kinds, kind))) : null;
        };

        await played.RunAsync("PythonOnly", "Publish", "--pypi-report", "report.json", "--verbosity", verbosity);

        Assert.True(played.Relay.Attacks > 0, played.Outputs["the output"]);
        Assert.NotEmpty(played.Relay.Secrets);
        Assert.Equal(stage == "revocation", played.ExitCode == 0);
        Assert.Contains(Path.Combine("report.json"), played.Outputs.Keys);
        played.AssertHarmless();
    }

    private static string? StageOf(RawRequest request, bool sent) => request.Path.Split('?')[0] switch
    {
        "/_/identity/token" => "identity",
        "/_/oidc/audience" => "audience",
        "/_/oidc/mint-token" => "exchange",
        "/_/oidc/burn-token" => "revocation",
        "/legacy/" => "upload",
        var path when path.StartsWith("/simple/", StringComparison.Ordinal) => sent ? "verification" : "listing",
        _ => null,
    };

    private static byte[] Answer(string kind, string[] told)
    {
        var line = string.Join(' ', told).ReplaceLineEndings(" ").Replace("\u200b", "", StringComparison.Ordinal);
        var text = Commands + string.Join('\n', told) + Commands;
        string[] headers = [$"X-Told: {line[..Math.Min(4000, line.Length)]}", $"WWW-Authenticate: Basic realm=\"{line[..Math.Min(1000, line.Length)]}\"", $"Server: {line[..Math.Min(500, line.Length)]}"];
        return kind switch
        {
            "JSON" => RawServer.Answer($"403 {line[..300]}", EchoedSecret.JsonResponse(text), [.. headers, "Content-Type: application/json"]),
            "page" => RawServer.Answer($"400 ##[stop-commands]P {line[..300]}", $"<html><title>{text}</title><h1>{text}</h1><p>{text}</html>", [.. headers, "Content-Type: text/html"]),
            _ => RawServer.Answer("302 ::stop-commands::P", "", [.. headers, $"Location: http://me:{line[..50].Replace(' ', '-')}@localhost/login/{Uri.EscapeDataString(told[0])}/{line[..300].Replace(' ', '-')}?t={line[..100].Replace(' ', '-')}#{line[..100].Replace(' ', '-')}"]),
        };
    }
}
