using TrustedPublishing.Failures;
using TrustedPublishing.Identity;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;

namespace TrustedPublishing.TokenExchange;

/// <summary>Failures of the exchange: rejections defined by the protocol (pypi/warehouse, <c>warehouse/oidc/views.py</c>).</summary>
internal static partial class ExchangeFailures
{
    public static PublishException ExchangeRefused(IReadOnlyList<ExchangeRejection> reasons, ExchangeContext context)
    {
        var reason = reasons[0];
        return reason.Code switch
        {
            "invalid-publisher" => InvalidPublisher(reasons, context),
            "invalid-pending-publisher" => Refused(PublishFailure.InvalidPendingPublisher, "the project's name was taken before its pending publisher was used", reasons, context,
                StalePendingPublisher(context)),
            "invalid-token" => Refused(PublishFailure.InvalidIdentityToken, "the index could not verify the identity token, twice with a minute between", reasons, context,
                "Check the clock of the machine that issued the token, if the CI system is self-hosted.",
                "Check the CI system's status page: its keys may have changed. Otherwise run the job again in some minutes."),
            "invalid-reuse-token" => Refused(PublishFailure.ReusedIdentityToken, "the index reports that this identity token was already exchanged", reasons, context,
                "Run the job again. Do not pass the same identity token to two programs in a job: each needs its own."),
            "not-enabled" => Refused(PublishFailure.TrustedPublishingUnavailable, $"the index has switched off Trusted Publishing from {context.System}", reasons, context,
                "Wait until it is available again (PyPI: https://status.python.org), or pass an API token: --pypi-token."),
            "invalid-payload" => InvalidPayload(reason, reasons, context),
            _ => Refused(PublishFailure.ExchangeRefused, $"the index gives an unknown reason: {FailureText.OneLine(reason.Code)}", reasons, context,
                $"Follow the index's message. Its documentation: {Advice}"),
        };
    }

    /// <summary>A pending publisher takes precedence over the project's publishers as long as it exists, so it must be removed first.</summary>
    private static IEnumerable<string> StalePendingPublisher(ExchangeContext context) =>
    [
        $"First remove the pending publisher{(RegistrationLink.ForPending(context.Index) is { } page ? $" at {page.AbsoluteUri}" : "")}, if it is still listed there: it matches before any publisher\nof the project does.",
        $"Then, if the project is yours:\n{Registration(context, mayBeNew: false)}",
        "If the project is somebody else's, choose another name in pyproject.toml (project.name), and add a pending publisher for that name.",
    ];

    /// <summary>This code has three meanings; only the text distinguishes them.</summary>
    private static PublishException InvalidPayload(ExchangeRejection reason, IReadOnlyList<ExchangeRejection> reasons, ExchangeContext context)
    {
        var text = reason.Description ?? "";
        return text == "unknown trusted publishing issuer" ? UnknownIssuer(reasons, context)
            : text.Contains("project", StringComparison.OrdinalIgnoreCase) || text.Contains("The name ", StringComparison.Ordinal)
            ? Refused(PublishFailure.InvalidPendingPublisher, "a pending publisher matches, but its project cannot be created", reasons, context,
                "Choose another project name: in pyproject.toml (project.name), and in the pending publisher on the index.",
                "If new projects are reported as disabled, wait and run the job again.")
            : Refused(PublishFailure.ExchangeRefused, "the index could not read the request", reasons, context,
                "Run the job again. If it fails the same way, this is a defect in the CI system's token or in this program: please report it with this message.");
    }

    private static PublishException UnknownIssuer(IReadOnlyList<ExchangeRejection> reasons, ExchangeContext context) =>
        Refused(PublishFailure.IdentityProviderNotAccepted, $"the index does not accept identity tokens of {context.Issuer}", reasons, context,
            "Publish from GitHub.com, GitLab.com or Google Cloud. Self-hosted instances (GitHub Enterprise Server, GitLab) have issuers of their own,\nwhich PyPI accepts only when an organisation there has registered them.",
            "Or pass an API token: --pypi-token.");

    private static PublishException Refused(PublishFailure failure, string what, IReadOnlyList<ExchangeRejection> reasons, ExchangeContext context, params IEnumerable<string> change) => new(
        failure,
        Headline(what, context).Said(context.Index.Name, Description(reasons)).Change(change).ToString())
        { Index = context.Index, StatusCode = context.Status };

    private static FailureText Headline(string what, ExchangeContext context) =>
        new($"Exchanging the identity token at {Redacted.Url(context.Index.MintUrl)} failed: {what}.");

    private static string Description(IReadOnlyList<ExchangeRejection> reasons) =>
        string.Join("; ", reasons.Select(reason => reason.Description is { Length: > 0 } text ? text : reason.Code));
}
