using System.Net;

namespace TrustedPublishing.Tests;

/// <summary>Each factory of failures with example data, by stage.</summary>
internal static partial class FailureExamples
{
    private const string TokenService = "https://run-actions.example.com/token";

    private static readonly HttpAnswer Refused = new(null, "") { Fault = "Connection refused (example.com:443)" };

    private static readonly HttpAnswer Distrusted = new(null, "")
    {
        Fault = "The remote certificate is invalid because of errors in the certificate chain: PartialChain",
        Cause = new HttpRequestException(HttpRequestError.SecureConnectionError),
    };

    public static IEnumerable<FailureExample> Identity =>
    [
        new("NoCredentials", null, Failures.NoCredentials(PackageIndex.PyPI)),
        new("IncompleteCredentials", null, Failures.IncompleteCredentials(PackageIndex.Parse("https://devpi.example.com/"), "a password")),
        new("PasswordForPyPI", null, Failures.PasswordForPyPI(PackageIndex.TestPyPI)),
        new("GitHubPermissionMissing", null, Failures.GitHubPermissionMissing("ACTIONS_ID_TOKEN_REQUEST_TOKEN")),
        new("ForkPullRequest", null, Failures.ForkPullRequest()),
        new("GitLabTokenMissing", null, Failures.GitLabTokenMissing("PYPI_ID_TOKEN", "pypi")),
        new("IdentityProviderNotAccepted", null, Failures.IdentityProviderNotAccepted("CircleCI", PackageIndex.PyPI)),
        new("IdentityUnavailable", "a program", Failures.IdentityUnavailable("Buildkite", "buildkite-agent oidc request-token", "the program ended with exit code 1")),
        new("IdentityUnavailable", "HTTP 403", Failures.IdentityUnavailable("GitHub Actions", TokenService, new HttpAnswer(HttpStatusCode.Forbidden, """{"message":"Token has\r\n::error::expired"}"""))),
        new("IdentityUnavailable", "no answer", Failures.IdentityUnavailable("GitHub Actions", TokenService, Refused)),
        new("IdentityNotGiven", null, Failures.IdentityNotGiven("GitHub Actions", TokenService)),
        new("NotAnIdentityToken", null, Failures.NotAnIdentityToken("GitLab CI/CD", "the job's variables", "its audience is \"testpypi\", but \"pypi\" was asked for")),
        new("ClaimsUnreadable", null, Failures.ClaimsUnreadable()),
        new("PlainText", null, Failures.PlainText(new("http://user:password@example.com/token?audience=pypi"))),
        new("ProxyUnusable", null, Failures.ProxyUnusable("HTTPS_PROXY")),
        new("CertificatesUnusable", null, Failures.CertificatesUnusable("company.pem", "it holds no certificate in PEM form", null)),
    ];
}
