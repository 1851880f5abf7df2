using System.Text.Json.Serialization;

namespace TrustedPublishing.Rehearsal;

/// <summary>
/// A trusted publisher to register on the index, for one of PyPI's four providers
/// (<see href="https://docs.pypi.org/trusted-publishers/adding-a-publisher/"/>). Set <see cref="Projects"/> for projects that exist (they are created
/// if necessary), or <see cref="PendingProject"/> for one that the first exchange creates.
/// </summary>
[JsonDerivedType(typeof(GitHub), "github")]
[JsonDerivedType(typeof(GitLab), "gitlab")]
[JsonDerivedType(typeof(Google), "google")]
[JsonDerivedType(typeof(ActiveState), "activestate")]
public abstract partial record RehearsalPublisher
{
    private protected RehearsalPublisher()
    {
    }

    /// <summary>The projects that a token for this publisher covers. Default: none.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>The project that this pending publisher creates when it is first used. Default: none; the publisher is not pending.</summary>
    [JsonIgnore]
    public string? PendingProject { get; init; }

    /// <summary>
    /// The organisation on the index in which a pending publisher is registered and which will own the project. An organisation may have any number
    /// of pending publishers, a user three. Default: none; the user will own the project.
    /// </summary>
    [JsonIgnore]
    public string? PendingOrganization { get; init; }

    /// <summary>
    /// The user who registered it. Default: <c>owner</c>. When a pending publisher is used, other users' pending publishers for the name are removed.
    /// </summary>
    public string AddedBy { get; init; } = "owner";

    /// <summary>A workflow of a repository on GitHub.</summary>
    /// <param name="owner">The owner as GitHub spells it; compared exactly.</param>
    /// <param name="repository">The repository's name; compared exactly.</param>
    /// <param name="workflow">The file name of the workflow.</param>
    /// <param name="environment">The environment; empty for any.</param>
    public static RehearsalPublisher ForGitHub(string owner, string repository, string workflow, string environment = "") =>
        new GitHub { Owner = owner, Repository = repository, Workflow = workflow, Environment = environment };

    /// <summary>A pipeline of a project on gitlab.com.</summary>
    /// <param name="group">The group path.</param>
    /// <param name="project">The project.</param>
    /// <param name="workflowPath">The path of the pipeline file.</param>
    /// <param name="environment">The environment, compared exactly; empty for any.</param>
    public static RehearsalPublisher ForGitLab(string group, string project, string workflowPath = ".gitlab-ci.yml", string environment = "") =>
        new GitLab { Namespace = group, Project = project, WorkflowPath = workflowPath, Environment = environment };

    /// <summary>A Google Cloud service account.</summary>
    /// <param name="email">The account's e-mail address.</param>
    /// <param name="subject">The account's subject; empty for any.</param>
    public static RehearsalPublisher ForGoogle(string email, string subject = "") => new Google { Email = email, Subject = subject };

    /// <summary>A project of the ActiveState platform.</summary>
    /// <param name="organization">The organisation.</param>
    /// <param name="project">The project.</param>
    /// <param name="actorId">The platform's ID of the acting user.</param>
    public static RehearsalPublisher ForActiveState(string organization, string project, string actorId) =>
        new ActiveState { Organization = organization, Project = project, ActorId = actorId };
}
