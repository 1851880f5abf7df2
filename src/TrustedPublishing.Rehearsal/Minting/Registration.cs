using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>Adds publishers to the state, as PyPI's forms do.</summary>
internal static class Registration
{
    private const int PendingOfUser = 3;

    /// <summary>Checks that PyPI's form would accept the publisher.</summary>
    /// <exception cref="ArgumentException">It would not; the message lists all problems.</exception>
    public static void Check(RehearsalPublisher publisher)
    {
        string[] complaints =
        [
            .. RegistrationRules.Check(publisher),
            .. publisher is { Projects: [], PendingProject: null }
                ? ["Set Projects for existing projects, or PendingProject for a project that the first exchange creates."]
                : Array.Empty<string>(),
        ];
        if (complaints.Length > 0)
        {
            throw new ArgumentException(string.Join('\n', complaints), nameof(publisher));
        }
    }

    /// <summary>Registers a publisher as it specifies; its projects must already exist.</summary>
    public static IndexState Register(IndexState state, RehearsalPublisher publisher, DateTimeOffset now)
    {
        var next = publisher.PendingProject is { } pending ? AddPending(state, publisher, pending, now) : state;
        return publisher.Projects.Count == 0 ? next : Add(next, publisher, [.. publisher.Projects.Select(name => next.Project(name)!.Id)], now);
    }

    /// <summary>
    /// Registers a publisher for one project, as pending if the project does not exist; an existing pending registration is left unchanged.
    /// </summary>
    public static IndexState RegisterFor(IndexState state, RehearsalPublisher publisher, string project, DateTimeOffset now)
    {
        var identity = Stored(publisher);
        var isPending = state.Publishers.Exists(row => row.IsPendingAt(now) && IsSame(row.Publisher, identity) && ProjectName.Normalize(row.PendingProject!) == ProjectName.Normalize(project));
        return state.Project(project) is { } known ? Add(state, publisher, [known.Id], now)
            : isPending ? state
            : AddPending(state, publisher, project, now);
    }

    /// <summary>Registers a publisher for projects. Each identity has one row, however many projects it has.</summary>
    public static IndexState Add(IndexState state, RehearsalPublisher publisher, IReadOnlyList<Guid> projects, DateTimeOffset now)
    {
        var stored = Stored(publisher);
        var known = state.Publishers.Find(row => !row.IsPending && IsSame(row.Publisher, stored));
        var row = known ?? new() { Id = Guid.NewGuid(), Publisher = stored, Created = now };
        var next = row with { Projects = [.. row.Projects.Union(projects)] };
        return state with { Publishers = known is null ? state.Publishers.Add(next) : state.Publishers.Replace(known, next) };
    }

    /// <summary>
    /// Registers a publisher for a project that does not exist yet. An identity has at most one pending row, and a user at most three.
    /// </summary>
    /// <exception cref="ArgumentException">The limit is reached, or the name is invalid or taken.</exception>
    public static IndexState AddPending(IndexState state, RehearsalPublisher publisher, string project, DateTimeOffset now)
    {
        var stored = Stored(publisher);
        PublisherRow[] pending = [.. state.Publishers.Where(row => row.IsPendingAt(now))];
        var complaint =
            !ProjectName.IsValid(project) ? $"PendingProject '{project}' is rejected by PyPI's form: it must be a project's name."
            : state.Project(project) is not null ? $"PendingProject '{project}' is rejected by PyPI's form: the project exists. Use Projects."
            : pending.Any(known => IsSame(known.Publisher, stored))
                ? "This publisher is already registered for a pending project; PyPI accepts one pending project for each identity."
            : publisher.PendingOrganization is null && pending.Count(known => known.PendingOrganization is null && known.Publisher.AddedBy == publisher.AddedBy) >= PendingOfUser
                ? $"{publisher.AddedBy} already has {PendingOfUser} pending publishers; PyPI accepts no more per user."
            : null;
        var row = new PublisherRow { Id = Guid.NewGuid(), Publisher = stored, Created = now, PendingProject = project, PendingOrganization = publisher.PendingOrganization };
        return complaint is null
            ? state with { Publishers = [.. state.Publishers.Where(known => !known.IsPending || known.IsPendingAt(now)), row] }
            : throw new ArgumentException(complaint, nameof(publisher));
    }

    /// <summary>Removes a publisher and the API tokens that were issued for it.</summary>
    public static IndexState Remove(IndexState state, RehearsalPublisher publisher)
    {
        var stored = Stored(publisher);
        PublisherRow[] rows = [.. state.Publishers.Where(row => IsSame(row.Publisher, stored))];
        var tokens = state.Tokens.Values.Where(token => rows.Any(row => row.Id == token.Publisher)).Select(token => token.Id);
        return state with { Publishers = state.Publishers.RemoveRange(rows), Tokens = state.Tokens.RemoveRange(tokens) };
    }

    private static bool IsSame(RehearsalPublisher left, RehearsalPublisher right) => MintJudge.ProviderFor(right).IsSameIdentity(left, right);

    /// <summary>GitHub's environments are stored in lower case; projects belong to the row, not to the identity.</summary>
    private static RehearsalPublisher Stored(RehearsalPublisher publisher) => publisher switch
    {
        RehearsalPublisher.GitHub github => github with { Environment = github.Environment.ToLowerInvariant(), Workflow = github.Workflow.Trim(), Projects = [], PendingProject = null, PendingOrganization = null },
        RehearsalPublisher.GitLab gitlab => gitlab with { WorkflowPath = gitlab.WorkflowPath.Trim(), Projects = [], PendingProject = null, PendingOrganization = null },
        _ => publisher with { Projects = [], PendingProject = null, PendingOrganization = null },
    };
}
