using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using TrustedPublishing.Rehearsal.Identity;
using TrustedPublishing.Rehearsal.Minting;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The claims of an identity token as certificate extensions (sigstore/fulcio, <c>docs/oid-info.md</c>).</summary>
internal static class CertificateClaims
{
    private const string Root = "1.3.6.1.4.1.57264.1.";
    private const int Mail = 1;
    private const int Address = 6;

    private static readonly string[] OldClaims = ["iss", "event_name", "sha", "workflow", "repository", "ref"];

    /// <summary>The extensions; none if no certificates are issued for the issuer.</summary>
    public static IReadOnlyList<X509Extension> CreateExtensions(Claims claims) => claims.Text("iss") switch
    {
        Issuers.GitHub => [Name(Address, $"https://github.com/{claims.Text("job_workflow_ref")}"), .. Old(claims), .. Texts(GitHub(claims))],
        Issuers.GitLab => [Name(Address, $"https://{claims.Text("ci_config_ref_uri")}"), Raw(1, Issuers.GitLab), .. Texts(GitLab(claims))],
        Issuers.Google when claims.Text("email") is { } mail => [Name(Mail, mail), Raw(1, Issuers.Google), .. Texts([(8, Issuers.Google)])],
        _ => [],
    };

    private static IEnumerable<X509Extension> Old(Claims claims) => OldClaims.Index().Select(claim => Raw(claim.Index + 1, claims.Text(claim.Item) ?? ""));

    private static (int, string?)[] GitHub(Claims claims)
    {
        const string Server = "https://github.com/";
        return
        [
            (8, claims.Text("iss")),
            (9, Server + claims.Text("job_workflow_ref")),
            (10, claims.Text("job_workflow_sha")),
            (11, claims.Text("runner_environment")),
            (12, Server + claims.Text("repository")),
            (13, claims.Text("sha")),
            (14, claims.Text("ref")),
            (15, claims.Text("repository_id")),
            (16, Server + claims.Text("repository_owner")),
            (17, claims.Text("repository_owner_id")),
            (18, Server + claims.Text("workflow_ref")),
            (19, claims.Text("workflow_sha")),
            (20, claims.Text("event_name")),
            (21, $"{Server}{claims.Text("repository")}/actions/runs/{claims.Text("run_id")}/attempts/{claims.Text("run_attempt")}"),
            (22, claims.Text("repository_visibility")),
            (23, claims.Text("environment")),
            (24, claims.Text("sub")),
        ];
    }

    private static (int, string?)[] GitLab(Claims claims)
    {
        const string Server = "https://gitlab.com/";
        return
        [
            (8, claims.Text("iss")),
            (9, $"https://{claims.Text("ci_config_ref_uri")}"),
            (10, claims.Text("ci_config_sha")),
            (11, claims.Text("runner_environment")),
            (12, Server + claims.Text("project_path")),
            (13, claims.Text("sha")),
            (14, claims.Text("ref_path")),
            (15, claims.Text("project_id")),
            (16, Server + claims.Text("namespace_path")),
            (17, claims.Text("namespace_id")),
            (18, $"https://{claims.Text("ci_config_ref_uri")}"),
            (19, claims.Text("ci_config_sha")),
            (20, claims.Text("pipeline_source")),
            (21, $"{Server}{claims.Text("project_path")}/-/jobs/{claims.Text("job_id")}"),
            (22, claims.Text("project_visibility")),
            (23, claims.Text("environment")),
            (24, claims.Text("sub")),
        ];
    }

    private static IEnumerable<X509Extension> Texts(IEnumerable<(int Number, string? Text)> texts) =>
        texts.Where(pair => pair.Text is not null).Select(pair => Encoded(Root + pair.Number, writer => writer.WriteCharacterString(UniversalTagNumber.UTF8String, pair.Text!)));

    private static X509Extension Raw(int number, string text) => new(Root + number, Encoding.UTF8.GetBytes(text), critical: false);

    private static X509Extension Name(int tag, string name) => Encoded("2.5.29.17", critical: true, write: writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new(TagClass.ContextSpecific, tag));
        }
    });

    private static X509Extension Encoded(string oid, Action<AsnWriter> write, bool critical = false)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return new(oid, writer.Encode(), critical);
    }
}
