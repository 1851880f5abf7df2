using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>PyPI's rules for one provider's identity tokens: which registration is looked up, and which claims are compared with it.</summary>
internal abstract class Provider
{
    /// <summary>The provider's own issuer.</summary>
    public abstract string Issuer { get; }

    /// <summary>Its name in error messages.</summary>
    public abstract string Name { get; }

    /// <summary>Only GitLab can be self-hosted.</summary>
    public virtual bool SupportsOtherIssuers => false;

    /// <summary>The required claims.</summary>
    protected abstract IReadOnlyList<string> Required { get; }

    /// <summary>The claims that are compared with strings.</summary>
    protected abstract IReadOnlyList<string> Texts { get; }

    /// <summary>The registration that matches the token, or the reason why there is none.</summary>
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

    /// <summary>Compares every relevant claim with a registered publisher, because a person needs to see more than the first difference.</summary>
    public abstract IEnumerable<ComparedClaim> Explain(RehearsalPublisher publisher, Claims claims);

    /// <summary>Whether two registrations are for the same identity and share a row.</summary>
    public abstract bool IsSameIdentity(RehearsalPublisher left, RehearsalPublisher right);

    /// <summary>Looks up a row by the claims that select it.</summary>
    protected abstract (PublisherRow? Row, Rejection? Rejection) Lookup(IEnumerable<PublisherRow> rows, Claims claims);

    /// <summary>Compares the claims in the server's order; the first difference decides.</summary>
    protected abstract Rejection? Compare(RehearsalPublisher publisher, Claims claims, Func<string, bool> isUsed);

    /// <summary>Among the rows of one identity: the one for this environment, otherwise the one for any environment.</summary>
    protected static PublisherRow? ForEnvironment(IEnumerable<(PublisherRow Row, string Environment)> rows, string? environment)
    {
        (PublisherRow Row, string Environment)[] all = [.. rows];
        return all.FirstOrDefault(row => !string.IsNullOrEmpty(environment) && row.Environment == environment).Row
            ?? all.FirstOrDefault(row => row.Environment.Length == 0).Row;
    }
}
