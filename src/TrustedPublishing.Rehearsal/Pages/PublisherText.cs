namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>A trusted publisher in one line.</summary>
internal static class PublisherText
{
    public static string Describe(RehearsalPublisher publisher) => publisher switch
    {
        RehearsalPublisher.GitHub github => $"{github.Workflow} of {github.Owner}/{github.Repository} on GitHub{Environment(github.Environment)}",
        RehearsalPublisher.GitLab gitlab => $"{gitlab.WorkflowPath} of {gitlab.Namespace}/{gitlab.Project} on {gitlab.Issuer}{Environment(gitlab.Environment)}",
        RehearsalPublisher.Google google => $"{google.Email} on Google Cloud",
        RehearsalPublisher.ActiveState active => $"{active.Organization}/{active.Project} on ActiveState",
        _ => "an unknown publisher",
    };

    private static string Environment(string name) => name.Length == 0 ? "" : $", environment {name}";
}
