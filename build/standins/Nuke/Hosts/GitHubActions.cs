using Newtonsoft.Json.Linq;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>GitHub's runner, detected by the presence of GITHUB_ACTIONS with any value.</summary>
public partial class GitHubActions : Host, IBuildServer
{
    private readonly Lazy<JObject> _event;

    internal GitHubActions() => _event = Lazy.Create(() => JObject.Parse(File.ReadAllText(EventPath)));

    /// <summary>Null outside GitHub, and before the build's static members have been accessed.</summary>
    public static new GitHubActions Instance => Host.Instance as GitHubActions;

    internal static bool IsRunningGitHubActions => EnvironmentInfo.HasVariable("GITHUB_ACTIONS");

    string IBuildServer.Branch => Ref;

    string IBuildServer.Commit => Sha;

    public string Home => EnvironmentInfo.GetVariable("HOME");

    public string Workflow => EnvironmentInfo.GetVariable("GITHUB_WORKFLOW");

    public string Action => EnvironmentInfo.GetVariable("GITHUB_ACTION");

    public string Actor => EnvironmentInfo.GetVariable("GITHUB_ACTOR");

    public string Repository => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY");

    public string RepositoryOwner => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY_OWNER");

    public string EventName => EnvironmentInfo.GetVariable("GITHUB_EVENT_NAME");

    public string EventPath => EnvironmentInfo.GetVariable("GITHUB_EVENT_PATH");

    public string Workspace => EnvironmentInfo.GetVariable("GITHUB_WORKSPACE");

    public string Sha => EnvironmentInfo.GetVariable("GITHUB_SHA");

    public string Ref => EnvironmentInfo.GetVariable("GITHUB_REF");

    public string RefName => EnvironmentInfo.GetVariable("GITHUB_REF_NAME");

    public string HeadRef => EnvironmentInfo.GetVariable("GITHUB_HEAD_REF");

    public string BaseRef => EnvironmentInfo.GetVariable("GITHUB_BASE_REF");

    public string RefType => EnvironmentInfo.GetVariable("GITHUB_REF_TYPE");

    public long RunAttempt => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ATTEMPT");

    public long RunNumber => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_NUMBER");

    public long RunId => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ID");

    public string ServerUrl => EnvironmentInfo.GetVariable("GITHUB_SERVER_URL");

    public string Job => EnvironmentInfo.GetVariable("GITHUB_JOB");

    public string Token => EnvironmentInfo.GetVariable("GITHUB_TOKEN");

    public AbsolutePath StepSummaryFile => EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY");

    public JObject GitHubEvent => _event.Value;

    public bool IsPullRequest => EventName == "pull_request";

    public int? PullRequestNumber => GitHubEvent.Property("number").NotNull().Value.Value<int>();

    public string PullRequestAction => GitHubEvent.Property("action").NotNull().Value.Value<string>();
}
