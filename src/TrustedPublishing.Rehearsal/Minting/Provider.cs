using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>What PyPI demands of one provider's identity tokens: which row is looked up, and which claims are compared with it.</summary>
internal abstract class Provider
{
    /// <summary>The provider's own issuer.</summary>
    public abstract string Issuer { get; }

    /// <summary>As error texts call it.</summary>
    public abstract string Name { get; }

    /// <summary>Only GitLab can be run by anybody.</summary>
    public virtual bool SupportsOtherIssuers => false;

    /// <summary>Claims that must be there.</summary>
    protected abstract IReadOnlyList<string> Required { get; }

    /// <summary>Claims that are compared with texts.</summary>
    protected abstract IReadOnlyList<string> Texts { get; }

    /// <summary>The row that serves the token, or why there is none.</summary>
    public (PublisherRow? Row, Rejection? Rejection) Find(IEnumerable<PublisherRow> rows, Claims claims, Func<string, bool> isUsed)
    {
        if (Required.FirstOrDefault(claim => !claims.Has(claim)) is { } missing)
        {
            return (null, Rejection.Missing(missing));
        }

        if (!Texts.All(claims.IsTextOrAbsent))
        {
            return (null, Rejection.Crash);
        }

        var (row, rejection) = Lookup(rows, claims);
        return (row, row is null ? rejection ?? Rejection.NotFound : Compare(row.Publisher, claims, isUsed));
    }

    /// <summary>Every claim that decides, beside what a registered publisher needs: for people, who are not helped by the first difference alone.</summary>
    public abstract IEnumerable<ComparedClaim> Explain(RehearsalPublisher publisher, Claims claims);

    /// <summary>Whether two registrations are for the same identity, so that one row serves both.</summary>
    public abstract bool IsSameIdentity(RehearsalPublisher left, RehearsalPublisher right);

    /// <summary>By the claims that select a row.</summary>
    protected abstract (PublisherRow? Row, Rejection? Rejection) Lookup(IEnumerable<PublisherRow> rows, Claims claims);

    /// <summary>The claims in the server's order; the first that differs decides.</summary>
    protected abstract Rejection? Compare(RehearsalPublisher publisher, Claims claims, Func<string, bool> isUsed);

    /// <summary>Among rows of one identity: the one for this environment, otherwise the one for any.</summary>
    protected static PublisherRow? ForEnvironment(IEnumerable<(PublisherRow Row, string Environment)> rows, string? environment)
    {
        (PublisherRow Row, string Environment)[] all = [.. rows];
        return all.FirstOrDefault(row => !string.IsNullOrEmpty(environment) && row.Environment == environment).Row
            ?? all.FirstOrDefault(row => row.Environment.Length == 0).Row;
    }
}
