using System.Net;
using TrustedPublishing.Failures;
using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>The data that explains a rejected exchange.</summary>
internal sealed record ExchangeContext(PackageIndex Index, string System, IReadOnlyDictionary<string, string> Claims)
{
    /// <summary>The publisher that the repository declares; null if it declares none.</summary>
    public TrustedPublisher? Publisher { get; init; }

    /// <summary>The project's name; null if it is not known yet.</summary>
    public string? Project { get; init; }

    /// <summary>The status of the rejection.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The issuer that the identity token names.</summary>
    public string Issuer => FailureText.OneLine(Claims.GetValueOrDefault("iss", System));

    /// <summary>The publisher that this job would need; null if no publisher can be declared for its CI system.</summary>
    private TrustedPublisher? OfJob => ClaimRules.PublisherOf(Claims);

    /// <summary>Whether the build declares a publisher for another CI system only.</summary>
    public bool IsOfAnotherSystem => Publisher is { } declared && OfJob is { } job && declared.Provider != job.Provider;

    /// <summary>The job's own publisher, if its repository's name differs from the declared one by more than case; otherwise null.</summary>
    public TrustedPublisher? OfRenamedRepository => Publisher is { } declared && OfJob is { } job && declared.Provider == job.Provider
        && !$"{declared.Owner}/{declared.Repository}".Equals($"{job.Owner}/{job.Repository}", StringComparison.OrdinalIgnoreCase) ? job : null;

    /// <summary>The publisher to register: the declared one in the CI system's spelling, or the one that this job would need.</summary>
    public TrustedPublisher? ToRegister => IsOfAnotherSystem ? OfJob : (Publisher, OfJob) switch
    {
        ({ } declared, { } needed) => declared with
        {
            Owner = Spelled(declared.Owner, needed.Owner),
            Repository = Spelled(declared.Repository, needed.Repository),
            Workflow = Spelled(declared.Workflow, needed.Workflow),
        },
        var (declared, needed) => declared ?? needed,
    };

    /// <summary>Compares the job with the declared publisher; if none is declared, lists what the job would need.</summary>
    public IReadOnlyList<ClaimComparison> Comparison => Publisher is not null && !IsOfAnotherSystem ? ClaimRules.Compare(Publisher, Claims)
        : ToRegister is { } needed ? [.. ClaimRules.Compare(needed, Claims).Where(row => row.Verdict is not ClaimVerdict.Matches || row.Claim != "event_name").Select(AsInformation)]
        : [];

    private static string Spelled(string declared, string actual) => declared.Equals(actual, StringComparison.OrdinalIgnoreCase) ? actual : declared;

    private static ClaimComparison AsInformation(ClaimComparison row) =>
        row.Verdict is ClaimVerdict.Matches ? row with { Expected = null, Verdict = ClaimVerdict.NotCompared } : row;
}
