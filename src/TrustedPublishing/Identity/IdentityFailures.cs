using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Http.ConnectionFailures;

namespace TrustedPublishing.Identity;

/// <summary>Failures to get an identity token for this CI job.</summary>
internal static class IdentityFailures
{
    private const string GitHubPermission = "permissions:\n  id-token: write";

    public static PublishException NoCredentials(PackageIndex index) => new(
        PublishFailure.NoCredentials,
        new FailureText($"There are no credentials for the upload to {index.Name}: this is not a CI job with an identity, and no API token was given.")
            .Change(
                "Publish from CI (GitHub Actions, GitLab CI/CD, Google Cloud), where the job's identity replaces a password.",
                "To publish from this machine, provide an API token: --pypi-token.",
                "To try the release without publishing anything, run nuke Rehearse.").ToString()) { Index = index };

    /// <summary>Credentials were given in a job that does not need any.</summary>
    public static Finding TrustedPublishingUnused(PackageIndex index, string system) => new(
        FindingSeverity.Warning, null,
        $"an API token or password was given, so this {system} job does not use Trusted Publishing on {index.Name}: nothing is attested, and a long-lived secret remains stored.",
        "Remove --pypi-token, --pypi-user and --pypi-password, and the variables PYPI_TOKEN, PYPI_USER and PYPI_PASSWORD, from the job once the publisher is registered.");

    public static PublishException IncompleteCredentials(PackageIndex index, string missing) => new(
        PublishFailure.NoCredentials,
        new FailureText($"The credentials for {index.Name} are incomplete: {missing} is missing.")
            .Change(
                $"Pass {missing} as well. A secret that is not defined in the CI system becomes an empty value.",
                "Or provide neither user name nor password: then the CI job's identity or --pypi-token is used.").ToString()) { Index = index };

    public static PublishException PasswordForPyPI(PackageIndex index) => new(
        PublishFailure.CredentialsRefused,
        new FailureText($"{index.Name} does not accept user names and passwords; nothing was sent to {Redacted.Url(index.UploadUrl)}.")
            .Change(
                "Omit user name and password: in CI, the job's identity is used (Trusted Publishing).",
                "Or provide only an API token: --pypi-token.").ToString()) { Index = index };

    public static PublishException GitHubPermissionMissing(string variable) => new(
        PublishFailure.IdentityPermissionMissing,
        new FailureText($"This GitHub Actions job is not allowed to request an identity token: {variable} is not set.")
            .Change(
                $"Add these two lines to the publishing job (not at the top of the workflow, so that no other job can request one):\n{GitHubPermission}",
                "If the workflow is called by another one (workflow_call), the calling job needs the same lines.",
                "If the job has them and publishes inside a container or through sudo, pass the variables ACTIONS_ID_TOKEN_REQUEST_URL\nand ACTIONS_ID_TOKEN_REQUEST_TOKEN on.").ToString());

    public static PublishException ForkPullRequest() => new(
        PublishFailure.ForkPullRequest,
        new FailureText("This GitHub Actions job runs for a pull request from a fork. Such a job never gets an identity token, regardless of its permissions.")
            .Change(
                "Publish from a tag, a release or the default branch instead: for example `on: push: tags: ['v*']`.",
                "Do not switch to pull_request_target: it would run the fork's code with this repository's permissions, and PyPI rejects it.").ToString());

    public static PublishException GitLabTokenMissing(string variable, string audience) => new(
        PublishFailure.IdentityPermissionMissing,
        new FailureText($"This GitLab job has no identity token for the audience {FailureText.Quote(audience)}: {variable} is not set.")
            .Change($"Add these lines to the publishing job:\nid_tokens:\n  {variable}:\n    aud: {FailureText.OneLine(audience)}").ToString());

    public static PublishException IdentityProviderNotAccepted(string system, PackageIndex index) => new(
        PublishFailure.IdentityProviderNotAccepted,
        new FailureText($"{index.Name} does not accept identity tokens from {system}; none was requested.")
            .Change(
                "Publish from GitHub Actions, GitLab CI/CD or Google Cloud, whose identity tokens PyPI accepts.",
                $"Or, in {system}, pass an API token from a protected secret: --pypi-token.").ToString()) { Index = index };

    public static PublishException IdentityUnavailable(string system, string where, string why, Exception? cause = null) => new(
        PublishFailure.IdentityUnavailable,
        new FailureText($"Requesting an identity token from {system} ({where}) failed: {FailureText.OneLine(why).TrimEnd('.')}.")
            .Change("Run the job again. If it fails the same way, check the CI system's status page and the runner's configuration.").ToString(),
        cause);

    public static PublishException IdentityUnavailable(string system, string where, HttpResponse answer) => new(
        PublishFailure.IdentityUnavailable,
        new FailureText($"Requesting an identity token from {system} at {where} failed.")
            .Said(system, answer)
            .Change([.. WhenUnreachable(answer), "Run the job again: the request token expires with the job.", "If it fails the same way, check the CI system's status page."]).ToString(),
        answer.Cause) { StatusCode = answer.Status };

    public static PublishException IdentityNotGiven(string system, string where) => new(
        PublishFailure.IdentityUnavailable,
        new FailureText($"The response of {system} to the request for an identity token at {where} does not contain one. It is not shown because it may be secret.")
            .Change("Check whether something between the runner and its token service (a proxy, a sign-in page) answered instead.").ToString());

    public static PublishException NotAnIdentityToken(string system, string where, string problem) => new(
        PublishFailure.IdentityUnavailable,
        new FailureText($"The identity token from {system} ({where}) cannot be used: {problem}.")
            .Change(
                "If the workflow or pipeline sets it, set it for the audience of this index, once, in the publishing job.",
                "If it is reported as expired, check this machine's clock, or run the job again.").ToString());

    public static ArgumentException ClaimsUnreadable() => new(
        new FailureText("The saved claims cannot be read: they are neither a JSON object nor an identity token of three segments.")
            .Change("Save the claims as one JSON object, for example {\"repository\": \"owner/name\", …}, in UTF-8.").ToString());
}
