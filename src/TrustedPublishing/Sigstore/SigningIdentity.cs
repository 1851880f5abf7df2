namespace TrustedPublishing.Sigstore;

/// <summary>The signer, according to the certificate that Sigstore issued.</summary>
internal sealed record SigningIdentity
{
    /// <summary>The URL of the job's workflow, or an account's e-mail address; null if the certificate has neither.</summary>
    public string? Subject { get; init; }

    /// <summary>
    /// The identity provider, for example <c>https://token.actions.githubusercontent.com</c>: for a job, extension 1.3.6.1.4.1.57264.1.8; for an
    /// account, its predecessor 1.3.6.1.4.1.57264.1.1, as PyPI reads them (pypi/pypi-attestations, sigstore/sigstore-python). Null if the
    /// certificate lacks the extension.
    /// </summary>
    public string? Issuer { get; init; }

    /// <summary>The repository, for example <c>https://github.com/owner/name</c>; null if the signer is not a job.</summary>
    public string? Repository { get; init; }

    /// <summary>The commit.</summary>
    public string? Commit { get; init; }

    /// <summary>The full name of the branch or tag.</summary>
    public string? Ref { get; init; }

    /// <summary>The workflow that was started, with its branch, tag or commit.</summary>
    public string? Workflow { get; init; }

    /// <summary>
    /// Why PyPI would not accept this identity for an attestation by <paramref name="publisher"/>; null if it would. Repository and workflow are
    /// compared exactly, the environment is not; for GitLab jobs, both the commit and the branch or tag must be present (pypi/pypi-attestations).
    /// </summary>
    public string? Mismatch(TrustedPublisher publisher)
    {
        var repository = $"{publisher.Owner}/{publisher.Repository}";
        var (issuer, root, workflow) = publisher.Provider is PublisherProvider.GitLab
            ? ("https://gitlab.com", $"https://gitlab.com/{repository}", $"//{publisher.Workflow}")
            : ("https://token.actions.githubusercontent.com", $"https://github.com/{repository}", $"/.github/workflows/{publisher.Workflow}");
        return Issuer != issuer ? Differs("OIDCIssuerV2", Issuer, issuer)
            : Repository != root ? Differs("OIDCSourceRepositoryURI", Repository, root)
            : Workflow is null ? "Certificate does not contain a Build Config URI"
            : Commit is null && Ref is null ? "Certificate must contain either Source Repository Digest or Source Repository Ref"
            : publisher.Provider is PublisherProvider.GitLab && (Commit is null || Ref is null) ? "Certificate must contain Source Repository Digest and Source Repository Ref"
            : new[] { Commit, Ref }.Any(end => end is not null && Workflow == $"{root}{workflow}@{end}") ? null
            : $"Certificate's Build Config URI ({Workflow}) does not match expected Trusted Publisher ({publisher.Workflow} @ {repository})";
    }

    private static string Differs(string what, string? actual, string expected) =>
        actual is null ? $"Certificate does not contain {what} extension" : $"Certificate's {what} does not match (got '{actual}', expected '{expected}')";
}
