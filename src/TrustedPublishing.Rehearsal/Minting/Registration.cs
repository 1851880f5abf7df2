using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>Puts publishers into the state as PyPI's forms do.</summary>
internal static class Registration
{
    /// <summary>Whether PyPI's form would take it.</summary>
    /// <exception cref="ArgumentException">It would not; the message says everything that is wrong.</exception>
    public static void Check(RehearsalPublisher publisher)
    {
        string[] complaints =
        [
            .. RegistrationRules.Complaints(publisher),
            .. publisher is { Projects: [], PendingProject: null }
                ? ["Give Projects for projects that exist, or PendingProject for one that the first exchange shall create."]
                : Array.Empty<string>(),
        ];
        if (complaints.Length > 0)
        {
            throw new ArgumentException(string.Join('\n', complaints), nameof(publisher));
        }
    }

    /// <summary>Registers for projects. One identity is one row, however many projects it serves.</summary>
    public static IndexState Add(IndexState state, RehearsalPublisher publisher, IReadOnlyList<Guid> projects, DateTimeOffset now)
    {
        var stored = Stored(publisher);
        var known = state.Publishers.Find(row => !row.IsPending && MintJudge.Of(stored).IsSameIdentity(row.Publisher, stored));
        var row = known ?? new() { Id = Guid.NewGuid(), Publisher = stored, Created = now };
        var next = row with { Projects = [.. row.Projects.Union(projects)] };
        return state with { Publishers = known is null ? state.Publishers.Add(next) : state.Publishers.Replace(known, next) };
    }

    /// <summary>Registers for a project that does not exist yet. One identity has one pending row.</summary>
    public static IndexState AddPending(IndexState state, RehearsalPublisher publisher, string project, DateTimeOffset now)
    {
        var stored = Stored(publisher);
        var row = new PublisherRow { Id = Guid.NewGuid(), Publisher = stored, Created = now, PendingProject = project };
        return state.Publishers.Exists(known => known.IsPending && MintJudge.Of(stored).IsSameIdentity(known.Publisher, stored))
            ? throw new ArgumentException("This publisher is already registered for a pending project; PyPI accepts one pending project for each identity.", nameof(publisher))
            : state with { Publishers = state.Publishers.Add(row) };
    }

    /// <summary>GitHub's environments are kept in lower case; projects belong to the row, not to the identity.</summary>
    private static RehearsalPublisher Stored(RehearsalPublisher publisher) => publisher switch
    {
        RehearsalPublisher.GitHub github => github with { Environment = github.Environment.ToLowerInvariant(), Workflow = github.Workflow.Trim(), Projects = [], PendingProject = null },
        RehearsalPublisher.GitLab gitlab => gitlab with { WorkflowPath = gitlab.WorkflowPath.Trim(), Projects = [], PendingProject = null },
        _ => publisher with { Projects = [], PendingProject = null },
    };
}
