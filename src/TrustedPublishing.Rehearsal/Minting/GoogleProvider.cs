using TrustedPublishing.Rehearsal.Identity;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>
/// Google Cloud: a verified e-mail address and, if registered, the subject. Its tokens have no identifier, so reuse is not detected.
/// </summary>
internal sealed class GoogleProvider : Provider
{
    public override string Issuer => Issuers.Google;

    public override string Name => "google";

    protected override IReadOnlyList<string> Required { get; } = ["email", "email_verified"];

    protected override IReadOnlyList<string> Texts { get; } = ["email"];

    public override bool IsSameIdentity(RehearsalPublisher left, RehearsalPublisher right) =>
        left is RehearsalPublisher.Google a && right is RehearsalPublisher.Google b && (a.Email, a.Subject) == (b.Email, b.Subject);

    public override IEnumerable<ComparedClaim> Explain(RehearsalPublisher publisher, Claims claims) =>
    [
        ComparedClaim.Exact(claims, "email", ((RehearsalPublisher.Google)publisher).Email),
        new("email_verified", claims.Shown("email_verified"), "true", claims.IsTrue("email_verified")),
        ComparedClaim.Optional(claims, "sub", ((RehearsalPublisher.Google)publisher).Subject),
    ];

    protected override (PublisherRow? Row, Rejection? Rejection) Lookup(IEnumerable<PublisherRow> rows, Claims claims)
    {
        var candidates =
            from row in rows
            let google = row.Publisher as RehearsalPublisher.Google
            where google is not null && google.Email == claims.Text("email")
            select (row, google.Subject);
        return (ForEnvironment(candidates, claims.Text("sub")), null);
    }

    protected override Rejection? Compare(RehearsalPublisher publisher, Claims claims, Func<string, bool> isUsed)
    {
        var google = (RehearsalPublisher.Google)publisher;
        return claims.Text("email") != google.Email ? Rejection.Required("email")
            : !claims.IsTrue("email_verified") ? Rejection.Required("email_verified")
            : google.Subject.Length == 0 || claims.Text("sub") == google.Subject ? null
            : Rejection.Optional("sub");
    }
}
