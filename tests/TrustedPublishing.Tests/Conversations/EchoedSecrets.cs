using TrustedPublishing.Testing.Jobs;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Tests.Conversations;

/// <summary>
/// In every stage of a release, the server repeats every secret that it has seen, with any status and in any part of the response. Each pair of stage
/// and status, stage and kind, status and kind occurs.
/// </summary>
public sealed class EchoedSecrets
{
    private static readonly int[] Statuses = [200, 302, 400, 401, 403, 404, 409, 422, 429, 500];

    private static readonly string[] Kinds = ["JSON", "page", "text"];

    public static TheoryData<string> Stages => ["identity", "audience", "exchange", "listing", "certificate", "log", "upload", "verification", "provenance", "revocation"];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task AppearInNoOutputOfTheLibrary(string stage)
    {
        var attacks = 0;
        foreach (var (status, place) in Statuses.Select((status, place) => (status, place)))
        {
            var number = place + Stages.TakeWhile(row => row.Data != stage).Count();
            var kind = Kinds[number % Kinds.Length];
            await using var bench = await ReleaseBench.StartAsync();
            await using var relay = new HostileRelay(bench.Index.Index.UploadUrl);
            relay.Know(bench.Options.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
            bench.AddWheels(1);
            var journal = Path.Combine(bench.Options.BaseDirectory, "journal.json");
            bench.Options = Through(relay, bench) with { JournalFile = journal };
            var sent = false;
            relay.Attack = request =>
            {
                var now = StageOf(request.Path.Split('?')[0], sent);
                sent |= now == "upload";
                return now == stage ? Answer(status, kind, relay.Secrets, number) : null;
            };

            var told = await TellAsync(bench);
            told.Add(File.Exists(journal) ? await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken) : "");

            var all = string.Join("\n\n", told);
            var pieces = EchoedSecret.Told(all, relay.Secrets);
            Assert.True(pieces is [], $"{status} {kind}: {string.Join(", ", pieces)} in {all}");
            attacks += relay.Attacks;
        }

        Assert.InRange(attacks, Statuses.Length, int.MaxValue);
    }

    /// <summary>All output of a release.</summary>
    private static async Task<List<string>> TellAsync(ReleaseBench bench)
    {
        PublishReport? report;
        var told = new List<string>();
        try
        {
            report = await bench.PublishAsync(TestContext.Current.CancellationToken);
        }
        catch (PublishException failure)
        {
            report = failure.Report;
            Assert.Empty(new RunnerLog(failure.Message).Obeyed);
            told.AddRange([failure.ToString(), .. failure.Findings.Select(finding => $"{finding}"), .. failure.Claims.Select(claim => $"{claim}")]);
        }

        return [.. told, .. bench.Events.Select(happened => $"{happened}"), .. report?.Files.Select(file => $"{file}") ?? [], .. report?.Warnings.Select(warning => $"{warning}") ?? []];
    }

    private static PublishOptions Through(HostileRelay relay, ReleaseBench bench) => bench.Options with
    {
        Index = PackageIndex.Parse(relay.Relayed(bench.Index.Index.UploadUrl.AbsoluteUri)),
        Environment = bench.Options.Environment.ToDictionary(variable => variable.Key, variable => relay.Relayed(variable.Value)),
        Sigstore = bench.Index.Sigstore with
        {
            CertificateAuthority = new(relay.Relayed(bench.Index.Sigstore.CertificateAuthority.AbsoluteUri)),
            TransparencyLog = new(relay.Relayed(bench.Index.Sigstore.TransparencyLog.AbsoluteUri)),
        },
    };

    private static string? StageOf(string path, bool sent) => path switch
    {
        "/_/identity/token" => "identity",
        "/_/oidc/audience" => "audience",
        "/_/oidc/mint-token" => "exchange",
        "/_/oidc/burn-token" => "revocation",
        "/legacy/" => "upload",
        "/_/sigstore/api/v2/signingCert" => "certificate",
        "/_/sigstore/api/v1/log/entries" => "log",
        _ when path.StartsWith("/integrity/", StringComparison.Ordinal) => "provenance",
        _ when path.StartsWith("/simple/", StringComparison.Ordinal) => sent ? "verification" : "listing",
        _ => null,
    };

    private static byte[] Answer(int status, string kind, IReadOnlyList<string> secrets, int first)
    {
        var forms = EchoedSecret.Say(secrets, first);
        var text = $"\n::stop-commands::P\n{string.Join('\n', forms)}\n##[stop-commands]P\n";
        var line = string.Join('-', forms).ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Replace("\u200b", "", StringComparison.Ordinal);
        var body = kind switch
        {
            "JSON" => EchoedSecret.JsonResponse(text),
            "page" => $"<html><title>{text}</title><h1>{text}</h1>{text}</html>",
            _ => text,
        };
        return RawServer.Answer(
            $"{status} {line[..Math.Min(300, line.Length)]}", body, $"Content-Type: {(kind == "JSON" ? "application/json" : "text/html")}", $"X-Told: {line[..Math.Min(2000, line.Length)]}",
            $"Location: http://me:{line[..Math.Min(40, line.Length)]}@127.0.0.1/login/{Uri.EscapeDataString(forms[0])}?t={line[..Math.Min(200, line.Length)]}");
    }
}
