using TrustedPublishing.Failures;
using TrustedPublishing.Identity;
using static TrustedPublishing.Failures.FailureParts;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// The most common rejection of a new setup: no registered publisher matches the job. PyPI does not say which value differs; this message does.
/// </summary>
internal static partial class ExchangeFailures
{
    /// <summary>PyPI's reasons, identified by part of their text, and the step that fixes each.</summary>
    private static readonly (string Part, string Step)[] ReasonSteps =
    [
        ("pull_request_target", "Start the workflow with a tag, a release or by hand: PyPI rejects jobs started by pull_request_target."),
        ("'repository_owner_id'", "The owner's account was renamed or recreated after the publisher was registered: remove the publisher on the index and add it again."),
        ("'environment'", "Run the job in the environment that the registered publisher names (GitHub and GitLab: `environment:` at the job)."),
        ("Missing claim", "The identity token lacks a claim that the index needs: use the CI system's hosted service, not a customised token."),
        ("workflow filename", "The pipeline file's name must end in .yml or .yaml."),
        ("job_workflow_ref claim does not match", "Publish in the workflow file itself, registered with its exact spelling: PyPI does not support reusable workflows."),
        ("ci_config_ref_uri claim does not match", "Register the group, project and pipeline file exactly as GitLab shows them: this claim is case-sensitive."),
        ("claims are empty", "Run the job for a branch or a tag."),
        ("does not match expected issuer", "The publisher belongs to another issuer: register it under the issuer of this job's token."),
    ];

    private static PublishException InvalidPublisher(IReadOnlyList<ExchangeRejection> reasons, ExchangeContext context)
    {
        var rows = context.Comparison;
        var failure = Headline("no registered publisher matches this job", context)
            .Said(context.Index.Name, Description(reasons))
            .Block(rows.Count > 0 ? ClaimTable.Lines(rows) : [])
            .Change([.. Steps(Description(reasons), rows, context), $"More: {Advice}"]).ToString();
        return new(PublishFailure.InvalidPublisher, failure) { Index = context.Index, StatusCode = context.Status, Claims = rows };
    }

    private static IEnumerable<string> Steps(string description, IReadOnlyList<ClaimComparison> rows, ExchangeContext context)
    {
        if (context.IsOfAnotherSystem)
        {
            yield return context.Publisher!.Provider is PublisherProvider.GitLab
                ? "This is a GitHub job, and the build declares a publisher for GitLab only: declare one for GitHub too, or publish from GitLab."
                : "This is a GitLab job, and the build declares a publisher for GitHub only: declare one for GitLab too, or publish from GitHub.";
            yield return Registration(context);
            yield break;
        }

        foreach (var advice in rows.Select(row => row.Advice).OfType<string>())
        {
            yield return advice;
        }

        if (rows.Any(row => row.Verdict is ClaimVerdict.Differs))
        {
            foreach (var step in Registrations(context))
            {
                yield return step;
            }

            yield break;
        }

        foreach (var (_, step) in ReasonSteps.Where(known => description.Contains(known.Part, StringComparison.Ordinal)))
        {
            yield return step;
        }

        if (context.Publisher is not null)
        {
            yield return $"The job matches the publisher that this repository declares, so {context.Index.Name} has none or a different one. Compare it there character\nby character. Pending publishers expire after 30 days, and PyPI and TestPyPI have separate publishers.";
        }

        yield return Registration(context);
    }

    /// <summary>
    /// If the job's repository is not the declared one, it was renamed or moved, or is the wrong one: both registrations are shown, the job's first.
    /// </summary>
    private static IEnumerable<string> Registrations(ExchangeContext context) => context.OfRenamedRepository is not { } job ? [Registration(context)] :
    [
        $"If the repository was renamed or moved:\n{Registration(context, job)}\nand declare it in the build (--pypi-repository {FailureText.OneLine(job.Owner)}/{FailureText.OneLine(job.Repository)}).",
        $"If the declared repository is correct, run the job there.\n{Registration(context)}",
    ];

    private static string Registration(ExchangeContext context, bool mayBeNew = true) => context.ToRegister is { } publisher
        ? Registration(context, publisher, mayBeNew)
        : $"Register this job's identity as a trusted publisher of the project on {context.Index.Name}.";

    /// <summary>Where to register the publisher, and with which values.</summary>
    private static string Registration(ExchangeContext context, TrustedPublisher publisher, bool mayBeNew = true)
    {
        var link = context.Project is { } project ? RegistrationLink.For(context.Index, publisher, project) : null;
        var place = (link, mayBeNew ? RegistrationLink.ForPending(context.Index) : null) switch
        {
            ({ } form, null) => $":\n  {form.AbsoluteUri}",
            ({ } form, { } pending) => $":\n  {form.AbsoluteUri}\nor, when the project does not exist yet, at {pending.AbsoluteUri}",
            (null, { } pending) => $"\nin the project's settings under Publishing or, when the project does not exist yet, at {pending.AbsoluteUri}",
            _ => ":",
        };
        return $"Register exactly this publisher on {context.Index.Name}{place}\n{string.Join('\n', Values(publisher, context.Project))}";
    }

    private static IEnumerable<string> Values(TrustedPublisher publisher, string? project)
    {
        var isGitLab = publisher.Provider is PublisherProvider.GitLab;
        (string Name, string? Value)[] values =
        [
            ("project", project),
            (isGitLab ? "namespace" : "owner", publisher.Owner),
            (isGitLab ? "project name" : "repository", publisher.Repository),
            (isGitLab ? "pipeline file" : "workflow", publisher.Workflow),
            ("environment", publisher.Environment ?? "(leave empty)"),
        ];
        return values.Where(value => value.Value is not null).Select(value => $"  {value.Name,-14}{FailureText.OneLine(value.Value)}");
    }
}
