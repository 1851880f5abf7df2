using System.Text.RegularExpressions;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The rules of PyPI's registration forms. Lookups at the provider (whether an owner exists) are omitted.</summary>
internal static partial class RegistrationRules
{
    private const int LongestEnvironment = 255;

    /// <summary>All errors that the form would show.</summary>
    public static IEnumerable<string> Check(RehearsalPublisher publisher) => publisher switch
    {
        RehearsalPublisher.GitHub github => GitHub(github),
        RehearsalPublisher.GitLab gitlab => GitLab(gitlab),
        RehearsalPublisher.Google google => Unless(google.Email.Split('@') is [{ Length: > 0 }, { Length: > 0 }], "Email", google.Email, "an e-mail address"),
        RehearsalPublisher.ActiveState state => ActiveState(state),
        _ => [],
    };

    private static IEnumerable<string> GitHub(RehearsalPublisher.GitHub github) =>
    [
        .. Unless(Owner().IsMatch(github.Owner), "Owner", github.Owner, "letters, digits and hyphens"),
        .. Unless(Repository().IsMatch(github.Repository), "Repository", github.Repository, "letters, digits, '-', '_' and '.', without the owner"),
        .. Unless(IsYaml(github.Workflow) && !github.Workflow.Contains('/', StringComparison.Ordinal), "Workflow", github.Workflow, "a file name that ends in .yml or .yaml, without folder"),
        .. Unless(IsEnvironment(github.Environment), "Environment", github.Environment, "at most 255 characters without leading or trailing spaces, control characters, or any of ' \" ` , ; \\"),
    ];

    private static IEnumerable<string> GitLab(RehearsalPublisher.GitLab gitlab) =>
    [
        .. Unless(Namespace().IsMatch(gitlab.Namespace) && IsGitLabName(gitlab.Namespace), "Namespace", gitlab.Namespace, "a group path that GitLab allows"),
        .. Unless(Project().IsMatch(gitlab.Project) && IsGitLabName(gitlab.Project), "Project", gitlab.Project, "a project name that GitLab allows"),
        .. Unless(IsYaml(gitlab.WorkflowPath) && gitlab.WorkflowPath.Trim()[0] != '/', "WorkflowPath", gitlab.WorkflowPath, "a path that ends in .yml or .yaml, without a leading or trailing slash"),
        .. Unless(GitLabEnvironment().IsMatch(gitlab.Environment), "Environment", gitlab.Environment, "letters, digits, spaces and any of - _ / $ { }"),
    ];

    private static IEnumerable<string> ActiveState(RehearsalPublisher.ActiveState state) =>
    [
        .. Unless(state.Organization.Length > 0, "Organization", state.Organization, "a name"),
        .. Unless(ActiveStateProject().IsMatch(state.Project) && !state.Project.Contains("--", StringComparison.Ordinal), "Project", state.Project, "3 to 40 letters, digits, '.' and single '-'"),
    ];

    private static bool IsYaml(string file) =>
        file.Trim().EndsWith(".yml", StringComparison.Ordinal) || file.Trim().EndsWith(".yaml", StringComparison.Ordinal);

    private static bool IsEnvironment(string text) =>
        text.Length <= LongestEnvironment && text.Trim() == text && !text.Any(character => char.IsControl(character) || "'\"`,;\\".Contains(character, StringComparison.Ordinal));

    private static bool IsGitLabName(string text) =>
        !Consecutive().IsMatch(text) && !text.EndsWith(".git", StringComparison.Ordinal) && !text.EndsWith(".atom", StringComparison.Ordinal);

    private static IEnumerable<string> Unless(bool isFine, string member, string value, string expected) =>
        isFine ? [] : [$"{member} '{value}' is rejected by PyPI's form: it must be {expected}."];

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]*\z")]
    private static partial Regex Owner();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\z")]
    private static partial Regex Repository();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._/+-]*[A-Za-z0-9]\z")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]\z")]
    private static partial Regex Project();

    [GeneratedRegex("[._-]{2}")]
    private static partial Regex Consecutive();

    [GeneratedRegex(@"\A[A-Za-z0-9_/${} -]*\z")]
    private static partial Regex GitLabEnvironment();

    [GeneratedRegex(@"\A[A-Za-z0-9.](?:[A-Za-z0-9.-]{1,38})[A-Za-z0-9.]\z")]
    private static partial Regex ActiveStateProject();
}
