using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Http.ConnectionFailures;

namespace TrustedPublishing.Identity;

/// <summary>Who is this CI job?</summary>
internal static class IdentityFailures
{
    private const string GitHubPermission = "permissions:\n  id-token: write";

    public static PublishException NoCredentials(PackageIndex index) => new(
        PublishFailure.NoCredentials,
        new FailureText($"There is nothing to authorise the upload to {index.Name} with: this is no CI job with an identity, and no API token was given.")
            .Change(
                "To publish as intended, run this in CI (GitHub Actions, GitLab CI/CD, Google Cloud), where the job's identity takes the place of a password.",
                "To publish from this machine, pass an API token: --pypi-token.",
                "To try the release without publishing anything: nuke Rehearse.").ToString()) { Index = index };

    /// <summary>Credentials were given in a job that needs none.</summary>
    public static Finding TrustedPublishingUnused(PackageIndex index, string system) => new(
        FindingSeverity.Warning, null,
        $"an API token or password was given, so this {system} job does not use Trusted Publishing on {index.Name}: nothing is attested, and a long-lived secret stays stored.",
        "Remove --pypi-token, --pypi-user and --pypi-password, and the variables PYPI_TOKEN, PYPI_USER and PYPI_PASSWORD, from the job once the publisher is registered.");

    public static PublishException IncompleteCredentials(PackageIndex index, string missing) => new(
        PublishFailure.NoCredentials,
        new FailureText($"The credentials for {index.Name} are incomplete: {missing} is missing.")
            .Change(
                $"Pass {missing} as well. A secret that is not defined in the CI system arrives here as an empty value.",
                "Or pass neither user nor password: then the CI job's identity, or --pypi-token, is used.").ToString()) { Index = index };

    public static PublishException PasswordForPyPI(PackageIndex index) => new(
        PublishFailure.CredentialsRefused,
        new FailureText($"{index.Name} does not accept user names and passwords; nothing was sent to {Redacted.Url(index.UploadUrl)}.")
            .Change(
                "Leave user and password out: in CI the job's identity is used (Trusted Publishing).",
                "Or pass an API token alone: --pypi-token.").ToString()) { Index = index };

    public static PublishException GitHubPermissionMissing(string variable) => new(
        PublishFailure.IdentityPermissionMissing,
        new FailureText($"This GitHub Actions job may not ask for an identity token: {variable} is not set.")
            .Change(
                $"Add these two lines to the job that publishes (at the job, not at the top of the workflow, so that no other job may ask):\n{GitHubPermission}",
                "If the workflow is called by another one (workflow_call), the calling job needs the same lines.",
                "If the job has them and publishes inside a container or through sudo, pass the variables ACTIONS_ID_TOKEN_REQUEST_URL\nand ACTIONS_ID_TOKEN_REQUEST_TOKEN on.").ToString());

    public static PublishException ForkPullRequest() => new(
        PublishFailure.ForkPullRequest,
        new FailureText("This GitHub Actions job runs for a pull request from a fork: such a job never gets an identity token, whatever its permissions say.")
            .Change(
                "Publish from a tag, a release or the default branch instead: for example `on: push: tags: ['v*']`.",
                "Do not switch to pull_request_target: it would run the fork's code with this repository's rights, and PyPI refuses it.").ToString());

    public static PublishException GitLabTokenMissing(string variable, string audience) => new(
        PublishFailure.IdentityPermissionMissing,
        new FailureText($"This GitLab job has no identity token for the audience {FailureText.Quote(audience)}: {variable} is not set.")
            .Change($"Add these lines to the job that publishes:\nid_tokens:\n  {variable}:\n    aud: {FailureText.OneLine(audience)}").ToString());

    public static PublishException IdentityProviderNotAccepted(string system, PackageIndex index) => new(
        PublishFailure.IdentityProviderNotAccepted,
        new FailureText($"{index.Name} does not accept identity tokens of {system}; none was asked for.")
            .Change(
                "Publish from GitHub Actions, GitLab CI/CD or Google Cloud, whose identities PyPI accepts.",
                $"Or, in {system}, pass an API token from a protected secret: --pypi-token.").ToString()) { Index = index };

    public static PublishException IdentityUnavailable(string system, string where, string why, Exception? cause = null) => new(
        PublishFailure.IdentityUnavailable,
        new FailureText($"Asking {system} for an identity token ({where}) failed: {FailureText.OneLine(why).TrimEnd('.')}.")
            .Change("Run the job again. If it fails the same way, check the CI system's status page and how the runner is set up.").ToString(),
        cause);

    public static PublishException IdentityUnavailable(string system, string where, HttpResponse answer) => new(
        PublishFailure.IdentityUnavailable,
        new FailureText($"Asking {system} for an identity token at {where} failed.")
            .Said(system, answer)
            .Change([.. WhenUnreachable(answer), "Run the job again: the request token ends with the job.", "If it fails the same way, check the CI system's status page."]).ToString(),
        answer.Cause) { StatusCode = answer.Status };

    public static PublishException IdentityNotGiven(string system, string where) => new(
        PublishFailure.IdentityUnavailable,
        new FailureText($"{system} answered the request for an identity token at {where} with something that holds none. It is not shown, for it may be secret.")
            .Change("Check that nothing between the runner and its token service (a proxy, a log-in page) answers in its place.").ToString());

    public static PublishException NotAnIdentityToken(string system, string where, string problem) => new(
        PublishFailure.IdentityUnavailable,
        new FailureText($"The identity token that {system} gave ({where}) cannot be used: {problem}.")
            .Change(
                "If it is set by the workflow or pipeline, set it for the audience of this index, once, in the job that publishes.",
                "If it is said to have ended, check the clock of this machine, or run the job again.").ToString());

    public static ArgumentException ClaimsUnreadable() => new(
        new FailureText("The saved claims cannot be read: they are neither a JSON object nor an identity token of three segments.")
            .Change("Save the claims as one JSON object, for example {\"repository\": \"owner/name\", …}, in UTF-8.").ToString());
}
