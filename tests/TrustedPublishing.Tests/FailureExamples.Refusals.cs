using System.Net;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests;

internal static partial class FailureExamples
{
    private const string NotFound = "valid token, but no corresponding publisher (Publisher with matching claims was not found)";

    public static IEnumerable<FailureExample> Refusals =>
    [
        ExchangeRejection("invalid-pending-publisher", "valid token, but project already exists"),
        ExchangeRejection("invalid-token", "malformed or invalid token"),
        ExchangeRejection("invalid-reuse-token", "invalid token: already used"),
        ExchangeRejection("not-enabled", "github trusted publishing functionality not enabled"),
        ExchangeRejection("invalid-payload", "unknown trusted publishing issuer"),
        ExchangeRejection("invalid-payload", "malformed JWT"),
        ExchangeRejection("invalid-payload", "The name 'requirements.txt' isn't allowed. See https://pypi.org/help/#project-name for more information."),
        ExchangeRejection("invalid-payload", "New project registration temporarily disabled. See https://pypi.org/help#admin-intervention for more information."),
        ExchangeRejection("invalid-moon-phase", "the moon\r\n##[error]is wrong\u001b[31m"),
    ];

    public static IEnumerable<FailureExample> InvalidPublishers =>
    [
        Publisher("nothing differs", NotFound, Jwt.GitHubClaims()),
        Publisher("spelling and environment", NotFound, Jwt.GitHubClaims().With("repository", "octo/Greeter").With("environment", null)),
        Publisher("another workflow", NotFound, Jwt.GitHubClaims().With("job_workflow_ref", "octo/greeter/.github/workflows/ci.yml@refs/tags/v1.0").With("workflow_ref", null)),
        Publisher("a renamed owner", NotFound, Jwt.GitHubClaims().With("repository", "octo-labs/Greeter").With("repository_owner", "octo-labs").With("job_workflow_ref", "octo-labs/Greeter/.github/workflows/release.yml@refs/tags/v1.0").With("workflow_ref", null)),
        Publisher("only GitHub is declared", NotFound, Jwt.GitLabClaims()),
        Publisher("only GitLab is declared", NotFound, Jwt.GitHubClaims(), Jwt.GitLabPublisher),
        Publisher("a reusable workflow", Reason("The job_workflow_ref claim does not match, expecting one of ['a'], got 'b'"), Jwt.GitHubClaims().With("job_workflow_ref", "shared/workflows/.github/workflows/publish.yml@refs/heads/main")),
        Publisher("pull_request_target", Reason("Publishing from a workflow invoked via 'pull_request_target' is not supported."), Jwt.GitHubClaims().With("event_name", "pull_request_target")),
        Publisher("a renamed account", Reason("Check failed for required claim 'repository_owner_id'"), Jwt.GitHubClaims()),
        Publisher("GitLab", Reason("The ci_config_ref_uri claim does not match, expecting one of ['a'], got 'b'"), Jwt.GitLabClaims().With("ci_config_ref_uri", "gitlab.com/group/sub/greeter//ci/release.yml@refs/tags/v1.0"), Jwt.GitLabPublisher),
        new("ExchangeRefused", "nothing declared", ExchangeFailures.ExchangeRefused([new("invalid-publisher", NotFound)], Context(Jwt.GitHubClaims()) with { Publisher = null, Project = null })),
        new("ExchangeRefused", "claims that nobody knows", ExchangeFailures.ExchangeRefused([new("invalid-publisher", NotFound)], Context(new() { ["iss"] = "https://accounts.google.com", ["email"] = "a@example.com" }) with { Publisher = null })),
        new("ExchangeRefused", "another index", ExchangeFailures.ExchangeRefused([new("invalid-publisher", NotFound)], Context(Jwt.GitHubClaims(), Other))),
    ];

    private static string Reason(string reason) => $"valid token, but no corresponding publisher ({reason})";

    private static FailureExample ExchangeRejection(string code, string description) =>
        new("ExchangeRefused", code, ExchangeFailures.ExchangeRefused([new(code, description)], Context(Jwt.GitHubClaims())));

    private static FailureExample Publisher(string name, string description, Dictionary<string, object?> claims, TrustedPublisher? publisher = null) =>
        new("ExchangeRefused", name, ExchangeFailures.ExchangeRefused([new("invalid-publisher", description)], Context(claims) with { Publisher = publisher ?? Jwt.Publisher }));

    private static ExchangeContext Context(Dictionary<string, object?> claims, PackageIndex? index = null) =>
        new(index ?? PackageIndex.PyPI, "GitHub Actions", Jwt.Displayed(claims))
        {
            Publisher = Jwt.Publisher,
            Project = "Greeter",
            Status = HttpStatusCode.UnprocessableEntity,
        };
}
