using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;

namespace TrustedPublishing.Upload;

/// <summary>Remedies for rejected uploads.</summary>
internal static partial class UploadFailures
{
    /// <summary>The meaning of each rejection and its remedy.</summary>
    public static class UploadRemedies
    {
        public static (PublishFailure Failure, string What, IEnumerable<string> Change) Describe(
            UploadVerdict.Refused verdict, PackageIndex index, Distribution distribution, string? user) => verdict.Refusal switch
        {
            UploadRejection.Redirect => (PublishFailure.Redirected, $"the address redirects to {Target(verdict.Text, index)}, and credentials are not sent to redirects", Redirected(verdict.Text, index)),
            UploadRejection.LoginPage or UploadRejection.WrongAddress => (PublishFailure.UnexpectedAnswer, verdict.Refusal == UploadRejection.LoginPage ? "a sign-in page answered instead of the index" : "nothing accepts uploads at this address", Addresses(index)),
            UploadRejection.NotAnIndex => (PublishFailure.UnexpectedAnswer, $"{(verdict.Text.Length == 0 ? "the answer does not say that the file is stored" : "the response is not that of an index that stored the file")}, and the index does not list the file", Addresses(index)),
            UploadRejection.ProxyWantsCredentials => (PublishFailure.IndexUnavailable, "the proxy requires credentials", ["Add a user name and password to the proxy's address in HTTPS_PROXY."]),
            UploadRejection.ServerFailure => (PublishFailure.IndexUnavailable, "the index failed", [Later(index)]),
            UploadRejection.Other => (PublishFailure.UnexpectedAnswer, "the response is not part of the upload protocol", Addresses(index)),
            _ => OfCredentials(verdict.Refusal, index, distribution, user) ?? OfProject(verdict.Refusal, index, distribution) ?? OfFile(verdict.Refusal, distribution),
        };

        private static (PublishFailure, string, IEnumerable<string>)? OfCredentials(UploadRejection refusal, PackageIndex index, Distribution distribution, string? user) => refusal switch
        {
            UploadRejection.UnknownCredentials => (PublishFailure.CredentialsRefused, "the index rejected the credentials",
            [
                .. OfUser(index, user),
                $"Check that the token is complete, not revoked, and from {index.Name}: each index has its own tokens, including PyPI and TestPyPI.",
                "With Trusted Publishing, check whether the publisher was removed or changed on the index during the release; then run the same command again.",
            ]),
            UploadRejection.PasswordNotAccepted => (PublishFailure.CredentialsRefused, "the index does not accept user names and passwords",
                ["Omit user name and password; use Trusted Publishing or an API token (--pypi-token)."]),
            UploadRejection.TokenExpired => (PublishFailure.TokenExpired, "the API token expired and could not be renewed",
            [
                "Run the same command again: it gets a new token and uploads what is missing.",
                "If it happens immediately, check this machine's clock. If files are large and the connection is slow, send fewer in parallel (--pypi-parallel 1).",
            ]),
            UploadRejection.TokenForOtherProject => (PublishFailure.NotAllowed, "the token is for another project",
                [$"Register the trusted publisher on the project {distribution.FileName.Project}, or use a token for that project.", "Several projects in one repository need one publisher each."]),
            UploadRejection.NoRole => (PublishFailure.NotAllowed, $"the credentials do not allow uploads to {distribution.FileName.Project}",
            [
                .. OfUser(index, user),
                $"Register the trusted publisher on the project {distribution.FileName.Project}, or use the token of one of its maintainers.",
                "Archived and quarantined projects give the same response: check the project's page.",
            ]),
            UploadRejection.AccountIncomplete => (PublishFailure.NotAllowed, "the account or organisation behind the token is not allowed to upload", ["Follow the message on the index's website; Trusted Publishing does not depend on a personal account."]),
            _ => null,
        };

        /// <summary>Other indexes may require a user name other than PyPI's <c>__token__</c>.</summary>
        private static IEnumerable<string> OfUser(PackageIndex index, string? user) => user != TokenExchange.CredentialSource.TokenUser || index.Profile.TokenUser is not { } wanted ? [] :
            [$"The token was sent with the user name {TokenExchange.CredentialSource.TokenUser}, which is PyPI's. {index.Profile.Name} requires a different one ({wanted}): set it with --pypi-user, and the token with --pypi-password."];

        private static (PublishFailure, string, IEnumerable<string>)? OfProject(UploadRejection refusal, PackageIndex index, Distribution distribution) => refusal switch
        {
            UploadRejection.ProjectNotCreatable => (PublishFailure.ProjectUnknown, $"there is no project {distribution.FileName.Project}, and a trusted publisher's token cannot create one",
                [$"The pending publisher was probably registered under another name. Compare it with the name in the metadata ({FailureText.OneLine(distribution.Metadata.Name)}), and register one with exactly this name."]),
            UploadRejection.ProjectNameRefused => (PublishFailure.ProjectUnknown, $"the project {distribution.FileName.Project} cannot be created", ["Choose another name in pyproject.toml (project.name)."]),
            UploadRejection.TooManyProjects => (PublishFailure.RateLimited, "too many requests or new projects", ["Wait for an hour and run the same command again; a pending trusted publisher does not count towards the limit of new projects."]),
            UploadRejection.UploadsDisabled => (PublishFailure.IndexUnavailable, "the index has disabled uploads", [$"Wait until {index.Name} enables them again. {Later(index)}"]),
            UploadRejection.FileNameUsedBefore => (PublishFailure.FileNameUsedBefore, "a deleted file had this name, and names cannot be reused", ["Publish a new version."]),
            UploadRejection.ReleaseClosed => (PublishFailure.ReleaseClosed, $"release {distribution.FileName.Version} is closed", ["Publish a new version (a post release if only files were missing). Upload all files of a release within its first 14 days."]),
            _ => null,
        };

        private static (PublishFailure, string, IEnumerable<string>) OfFile(UploadRejection refusal, Distribution distribution) => refusal switch
        {
            UploadRejection.SecondSdist => (PublishFailure.DistributionRefused, "the release already has a source distribution", ["Omit this one, or publish a new version."]),
            UploadRejection.InvalidArchive => (PublishFailure.DistributionRefused, "the archive was rejected", ["Build the file again with a tool that follows https://docs.pypi.org/archives: no data descriptors, nothing before or after the archive."]),
            UploadRejection.InvalidAttestations => (PublishFailure.DistributionRefused, "the attestations were rejected", ["Attest exactly this file in the workflow that is the trusted publisher, once per kind."]),
            UploadRejection.TooLarge => (PublishFailure.DistributionRefused, $"the file ({distribution.Size} bytes) or its project is too large", ["Make it smaller, delete old releases, or request a higher limit (PyPI: https://docs.pypi.org/project-management/storage-limits)."]),
            _ => (PublishFailure.DistributionRefused, "the file or its metadata was rejected", ["Change what the index names in pyproject.toml, build again, and run the same command again. Files on the index are not affected."]),
        };

        private static string Target(string location, PackageIndex index) => ForeignUri.From(index.UploadUrl, location) is { } target ? Redacted.Url(target) : "an unknown address";

        private static string[] Redirected(string location, PackageIndex index) =>
            ForeignUri.From(index.UploadUrl, location) is { } target && target.AbsolutePath == $"{index.UploadUrl.AbsolutePath}/" && target.Authority == index.UploadUrl.Authority
                ? [$"The trailing slash is missing: --pypi-index {Redacted.Url(target)}"]
                : ["If you trust the target, use it as the address of the index. A redirect to a sign-in page means that a proxy or single sign-on protects the index."];

        private static string[] Addresses(PackageIndex index) =>
        [
            $"Check the address {Redacted.Url(index.UploadUrl)}.{(index.UploadUrl.AbsolutePath.Contains("simple", StringComparison.OrdinalIgnoreCase) ? " It looks like the address that pip reads; the one for uploads is another." : " It must be the upload address, not the one that pip reads.")}",
            "PyPI's is https://upload.pypi.org/legacy/ (--pypi-index pypi).",
        ];
    }
}
