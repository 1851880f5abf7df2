using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;

namespace TrustedPublishing.Upload;

/// <summary>The remedies for refused uploads.</summary>
internal static partial class UploadFailures
{
    /// <summary>What each refusal of an upload means and what helps.</summary>
    public static class UploadRemedies
    {
        public static (PublishFailure Failure, string What, IEnumerable<string> Change) Of(
            UploadVerdict.Refused verdict, PackageIndex index, Distribution distribution, string? user) => verdict.Refusal switch
        {
            UploadRejection.Redirect => (PublishFailure.Redirected, $"the address leads to {Target(verdict.Text, index)}, and credentials do not follow redirects", Redirected(verdict.Text, index)),
            UploadRejection.LoginPage or UploadRejection.WrongAddress => (PublishFailure.UnexpectedAnswer, verdict.Refusal == UploadRejection.LoginPage ? "instead of the index a page that asks for a password answered" : "there is nothing that takes uploads at this address", Addresses(index)),
            UploadRejection.NotAnIndex => (PublishFailure.UnexpectedAnswer, $"{(verdict.Text.Length == 0 ? "the answer does not say that the file is stored" : "the answer is not what an index says of a file that it stored")}, and the index does not list the file", Addresses(index)),
            UploadRejection.ProxyWantsCredentials => (PublishFailure.IndexUnavailable, "the proxy wants credentials", ["Put user and password into the proxy's address in HTTPS_PROXY."]),
            UploadRejection.ServerFailure => (PublishFailure.IndexUnavailable, "the index failed", [Later(index)]),
            UploadRejection.Other => (PublishFailure.UnexpectedAnswer, "the answer is none of the upload protocol", Addresses(index)),
            _ => OfCredentials(verdict.Refusal, index, distribution, user) ?? OfProject(verdict.Refusal, index, distribution) ?? OfFile(verdict.Refusal, distribution),
        };

        private static (PublishFailure, string, IEnumerable<string>)? OfCredentials(UploadRejection refusal, PackageIndex index, Distribution distribution, string? user) => refusal switch
        {
            UploadRejection.UnknownCredentials => (PublishFailure.CredentialsRefused, "the index does not know the credentials",
            [
                .. OfUser(index, user),
                $"Check that the token is complete, not revoked, and one of {index.Name}: each index has tokens of its own, PyPI and TestPyPI too.",
                "With Trusted Publishing: see whether the publisher was removed or changed on the index while the release ran, then run the same command again.",
            ]),
            UploadRejection.PasswordNotAccepted => (PublishFailure.CredentialsRefused, "the index takes no user names and passwords",
                ["Leave out user name and password: use Trusted Publishing, or an API token (--pypi-token)."]),
            UploadRejection.TokenExpired => (PublishFailure.TokenExpired, "the API token ended and could not be renewed",
            [
                "Run the same command again: it gets a new token and uploads what is missing.",
                "If it happens at once, check this machine's clock. If files are large and the line is slow, start with fewer at the same time (--pypi-parallel 1).",
            ]),
            UploadRejection.TokenForOtherProject => (PublishFailure.NotAllowed, "the token is for another project",
                [$"Register the trusted publisher on the project {distribution.FileName.Project}, or take a token of that project.", "Several projects from one repository need a publisher each."]),
            UploadRejection.NoRole => (PublishFailure.NotAllowed, $"the credentials may not upload to {distribution.FileName.Project}",
            [
                .. OfUser(index, user),
                $"Register the trusted publisher on the project {distribution.FileName.Project}, or use the token of one of its maintainers.",
                "Archived and quarantined projects answer the same: look at the project's page.",
            ]),
            UploadRejection.AccountIncomplete => (PublishFailure.NotAllowed, "the account or organisation behind the token may not upload", ["Do on the index's web page what its text asks for; Trusted Publishing does not depend on a person's account."]),
            _ => null,
        };

        /// <summary>PyPI's user name for tokens is not everybody's.</summary>
        private static IEnumerable<string> OfUser(PackageIndex index, string? user) => user != TokenExchange.CredentialSource.TokenUser || index.Profile.TokenUser is not { } wanted ? [] :
            [$"The token was sent with the user name {TokenExchange.CredentialSource.TokenUser}, which is PyPI's. {index.Profile.Name} wants another ({wanted}): give it with --pypi-user, and the token with --pypi-password."];

        private static (PublishFailure, string, IEnumerable<string>)? OfProject(UploadRejection refusal, PackageIndex index, Distribution distribution) => refusal switch
        {
            UploadRejection.ProjectNotCreatable => (PublishFailure.ProjectUnknown, $"there is no project {distribution.FileName.Project}, and a trusted publisher's token cannot create one",
                [$"The pending publisher was probably registered under another name. Compare it with the name in the metadata ({FailureText.OneLine(distribution.Metadata.Name)}), and register one with exactly this name."]),
            UploadRejection.ProjectNameRefused => (PublishFailure.ProjectUnknown, $"the project {distribution.FileName.Project} cannot be created", ["Choose another name in pyproject.toml (project.name)."]),
            UploadRejection.TooManyProjects => (PublishFailure.RateLimited, "too many requests or new projects", ["Wait for an hour and run the same command again; a pending trusted publisher does not count towards the limit of new projects."]),
            UploadRejection.UploadsDisabled => (PublishFailure.IndexUnavailable, "the index has uploads switched off", [$"Wait until {index.Name} has them on again. {Later(index)}"]),
            UploadRejection.FileNameUsedBefore => (PublishFailure.FileNameUsedBefore, "a deleted file had this name, and names are never used twice", ["Publish a new version."]),
            UploadRejection.ReleaseClosed => (PublishFailure.ReleaseClosed, $"release {distribution.FileName.Version} is closed", ["Publish a new version (a post release if only files were missing). Upload all files of a release within its first 14 days."]),
            _ => null,
        };

        private static (PublishFailure, string, IEnumerable<string>) OfFile(UploadRejection refusal, Distribution distribution) => refusal switch
        {
            UploadRejection.SecondSdist => (PublishFailure.DistributionRefused, "the release has a source distribution already", ["Leave this one out, or publish a new version."]),
            UploadRejection.InvalidArchive => (PublishFailure.DistributionRefused, "the archive is not acceptable", ["Build the file again with a tool that follows https://docs.pypi.org/archives: no data descriptors, nothing before or after the archive."]),
            UploadRejection.InvalidAttestations => (PublishFailure.DistributionRefused, "the attestations are not acceptable", ["Attest in the workflow that is the trusted publisher, the exact bytes of this file, each kind once."]),
            UploadRejection.TooLarge => (PublishFailure.DistributionRefused, $"the file ({distribution.Size} bytes) or its project is too large", ["Make it smaller, delete old releases, or ask for a higher limit (PyPI: https://docs.pypi.org/project-management/storage-limits)."]),
            _ => (PublishFailure.DistributionRefused, "the file or its metadata is not acceptable", ["Change what the index names in pyproject.toml, build again, and run the same command again. Files that are on the index stay as they are."]),
        };

        private static string Target(string location, PackageIndex index) => ForeignUri.From(index.UploadUrl, location) is { } target ? Redacted.Url(target) : "another place that it does not name";

        private static string[] Redirected(string location, PackageIndex index) =>
            ForeignUri.From(index.UploadUrl, location) is { } target && target.AbsolutePath == $"{index.UploadUrl.AbsolutePath}/" && target.Authority == index.UploadUrl.Authority
                ? [$"The address lacks its slash at the end: --pypi-index {Redacted.Url(target)}"]
                : ["If you trust the target, make it the address of the index. A redirect to a login page means that a proxy or single sign-on stands before the index."];

        private static string[] Addresses(PackageIndex index) =>
        [
            $"Check the address {Redacted.Url(index.UploadUrl)}.{(index.UploadUrl.AbsolutePath.Contains("simple", StringComparison.OrdinalIgnoreCase) ? " It looks like the address that pip reads; the one for uploads is another." : " It must be the one for uploads, not the one that pip reads.")}",
            "PyPI's is https://upload.pypi.org/legacy/ (--pypi-index pypi).",
        ];
    }
}
