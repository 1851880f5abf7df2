namespace TrustedPublishing.Sigstore;

/// <summary>Who signed, by the certificate that Sigstore issued for it.</summary>
internal sealed record SigningIdentity
{
    /// <summary>The address of the job's workflow, or an account's e-mail address; null when the certificate has neither.</summary>
    public string? Subject { get; init; }

    /// <summary>
    /// Who vouched for it, for example <c>https://token.actions.githubusercontent.com</c>. Of a job by the extension 1.3.6.1.4.1.57264.1.8, of an
    /// account by its predecessor 1.3.6.1.4.1.57264.1.1, as PyPI takes them (pypi/pypi-attestations, sigstore/sigstore-python). Null when the
    /// certificate lacks it.
    /// </summary>
    public string? Issuer { get; init; }

    /// <summary>The repository, for example <c>https://github.com/owner/name</c>; null when it was no job.</summary>
    public string? Repository { get; init; }

    /// <summary>The commit.</summary>
    public string? Commit { get; init; }

    /// <summary>The full name of the branch or tag.</summary>
    public string? Ref { get; init; }

    /// <summary>The workflow that was started, with the branch, tag or commit that it was taken from.</summary>
    public string? Workflow { get; init; }

    /// <summary>
    /// Why PyPI does not take this for an attestation of <paramref name="publisher"/>; null when it does. Repository and workflow are compared
    /// exactly, the environment is not; of GitLab's jobs, commit and branch or tag must both be there (pypi/pypi-attestations).
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
