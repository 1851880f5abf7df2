using System.Net;
using TrustedPublishing.Http;
using TrustedPublishing.Identity;
using TrustedPublishing.Release;

namespace TrustedPublishing.Tests;

/// <summary>Each failure factory with example data, by stage.</summary>
internal static partial class FailureExamples
{
    private const string TokenService = "https://run-actions.example.com/token";

    private static readonly HttpResponse Refused = new(null, "") { Fault = "Connection refused (example.com:443)" };

    private static readonly HttpResponse Distrusted = new(null, "")
    {
        Fault = "The remote certificate is invalid because of errors in the certificate chain: PartialChain",
        Cause = new HttpRequestException(HttpRequestError.SecureConnectionError),
    };

    public static IEnumerable<FailureExample> Identity =>
    [
        new("SettingsUnusable", null, ConnectionFailures.SettingsUnusable(PackageIndex.PyPI, ConnectionFailures.ProxyUnusable("HTTPS_PROXY"))),
        new("JournalUnwritable", null, JournalFailures.Unwritable(PackageIndex.PyPI, "/artifacts/publish-journal.json", new IOException("Read-only file system"))),
        new("NoCredentials", null, IdentityFailures.NoCredentials(PackageIndex.PyPI)),
        new("IncompleteCredentials", null, IdentityFailures.IncompleteCredentials(PackageIndex.Parse("https://devpi.example.com/"), "a password")),
        new("PasswordForPyPI", null, IdentityFailures.PasswordForPyPI(PackageIndex.TestPyPI)),
        new("GitHubPermissionMissing", null, IdentityFailures.GitHubPermissionMissing("ACTIONS_ID_TOKEN_REQUEST_TOKEN")),
        new("ForkPullRequest", null, IdentityFailures.ForkPullRequest()),
        new("GitLabTokenMissing", null, IdentityFailures.GitLabTokenMissing("PYPI_ID_TOKEN", "pypi")),
        new("IdentityProviderNotAccepted", null, IdentityFailures.IdentityProviderNotAccepted("CircleCI", PackageIndex.PyPI)),
        new("IdentityUnavailable", "a program", IdentityFailures.IdentityUnavailable("Buildkite", "buildkite-agent oidc request-token", "the program ended with exit code 1")),
        new("IdentityUnavailable", "HTTP 403", IdentityFailures.IdentityUnavailable("GitHub Actions", TokenService, new HttpResponse(HttpStatusCode.Forbidden, """{"message":"Token has\r\n::error::expired"}"""))),
        new("IdentityUnavailable", "no answer", IdentityFailures.IdentityUnavailable("GitHub Actions", TokenService, Refused)),
        new("IdentityNotGiven", null, IdentityFailures.IdentityNotGiven("GitHub Actions", TokenService)),
        new("NotAnIdentityToken", null, IdentityFailures.NotAnIdentityToken("GitLab CI/CD", "the job's variables", "its audience is \"testpypi\", but \"pypi\" was requested")),
        new("ClaimsUnreadable", null, IdentityFailures.ClaimsUnreadable()),
        new("PlainText", null, ConnectionFailures.PlainText(new("http://user:password@example.com/token?audience=pypi"))),
        new("ProxyUnusable", null, ConnectionFailures.ProxyUnusable("HTTPS_PROXY")),
        new("CertificatesUnusable", null, ConnectionFailures.CertificatesUnusable("--pypi-certificate-authorities", "company.pem", "it contains no certificate in PEM format", null)),
    ];
}
