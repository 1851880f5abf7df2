using TrustedPublishing.Rehearsal.Identity;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The ActiveState platform.</summary>
internal sealed class ActiveStateProvider : Provider
{
    public override string Issuer => Issuers.ActiveState;

    public override string Name => "activestate";

    protected override IReadOnlyList<string> Required { get; } = ["sub", "organization", "project", "actor_id", "builder"];

    protected override IReadOnlyList<string> Texts { get; } = ["organization", "project", "actor_id"];

    public override bool IsSameIdentity(RehearsalPublisher left, RehearsalPublisher right) =>
        left is RehearsalPublisher.ActiveState a && right is RehearsalPublisher.ActiveState b
        && (a.Organization, a.Project, a.ActorId) == (b.Organization, b.Project, b.ActorId);

    public override IEnumerable<ComparedClaim> Explain(RehearsalPublisher publisher, Claims claims)
    {
        var registered = (RehearsalPublisher.ActiveState)publisher;
        var subject = $"org:{registered.Organization}:project:{registered.Project}";
        return
        [
            new("sub", claims.Shown("sub"), $"{subject}, and anything behind that", Subject(subject, claims.Text("sub")) is null),
            ComparedClaim.Exact(claims, "organization", registered.Organization),
            ComparedClaim.Exact(claims, "project", registered.Project),
            ComparedClaim.Exact(claims, "actor_id", registered.ActorId),
            ComparedClaim.Exact(claims, "builder", "pypi-publisher"),
        ];
    }

    protected override (PublisherRow? Row, Rejection? Rejection) Lookup(IEnumerable<PublisherRow> rows, Claims claims) =>
        (rows.FirstOrDefault(row => row.Publisher is RehearsalPublisher.ActiveState registered
            && registered.Organization == claims.Text("organization")
            && registered.Project == claims.Text("project")
            && registered.ActorId == claims.Text("actor_id")), null);

    protected override Rejection? Compare(RehearsalPublisher publisher, Claims claims, Func<string, bool> isUsed)
    {
        var registered = (RehearsalPublisher.ActiveState)publisher;
        return Subject($"org:{registered.Organization}:project:{registered.Project}", claims.Text("sub")) is { } reason ? new(reason)
            : claims.Text("organization") != registered.Organization ? Rejection.Required("organization")
            : claims.Text("project") != registered.Project ? Rejection.Required("project")
            : claims.Text("actor_id") != registered.ActorId ? Rejection.Required("actor_id")
            : claims.Text("builder") == "pypi-publisher" ? null
            : Rejection.Required("builder");
    }

    /// <summary>Why a subject is not the expected one.</summary>
    public static string? Subject(string expected, string? actual) =>
        string.IsNullOrEmpty(actual) ? "Missing 'subject' claim"
        : actual.Split(':') is not [var a, var b, var c, var d, ..] ? "Invalid 'subject' claim. Wrong format"
        : $"{a}:{b}:{c}:{d}" == expected ? null
        : "Invalid 'subject' claim";
}
