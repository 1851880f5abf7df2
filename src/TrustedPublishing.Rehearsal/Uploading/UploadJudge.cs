using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tokens;
using static TrustedPublishing.Rehearsal.Uploading.UploadDecision;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Checks an upload in PyPI's order; the first failure decides what the client sees. What a client can check in advance is checked by the core
/// rules (<see cref="UploadRules"/>); what only an index knows is checked here.
/// </summary>
internal sealed class UploadJudge(RehearsalOptions options, ApiTokens tokens, Func<SigstoreInstance> sigstore)
{
    private readonly ReceivedFileJudge files = new(options);
    private readonly StoredFileJudge storedFiles = new(options, sigstore);

    /// <summary>The maximum number of bytes of a file to keep until the upload is checked: none for an unknown caller.</summary>
    public long MayKeep(IndexState state, string? authorization) => Caller.Identify(state, tokens, authorization, options).UploadError is not null ? 0
        : state.Projects.Values.Select(project => project.FileLimit ?? 0).Append(options.MaximumFileSize).Max();

    /// <summary>A pure function of state and upload, apart from the clock.</summary>
    public UploadDecision Judge(IndexState state, UploadAttempt attempt)
    {
        var (caller, unknown) = Caller.Identify(state, tokens, attempt.Authorization, options);
        var refusal = AsFile(attempt)
            ?? Maintenance()
            ?? unknown
            ?? (attempt.IsUnusable ? new UploadError(500, "") : null)
            ?? UploadError.FromFindings(UploadRules.OfForm(attempt.Form))
            ?? (attempt.Content is null && !attempt.ContentIsText ? new UploadError(400, "Upload payload does not have a file.") : null);
        return refusal is null ? OfProject(state, attempt, caller!) : new Refused(refusal);
    }

    private UploadDecision OfProject(IndexState state, UploadAttempt attempt, Caller caller)
    {
        var name = attempt.Form.First("name") ?? "";
        if (state.Project(name) is null)
        {
            if (NewProject(state, name, caller) is { } refusal)
            {
                return new Refused(refusal);
            }

            state = CreationLimit.Count(ProjectCreation.Create(state, name, caller.User!, options.Time.GetUtcNow()), caller.User!, options.Time.GetUtcNow());
        }

        var project = state.Project(name)! with { Name = name };
        var refused = caller.Forbidden(state, state.Project(name)!, options.Time.GetUtcNow())
            ?? User(caller)
            ?? Organization(project)
            ?? UploadError.FromFindings(UploadRules.OfDescription(attempt.Form))
            ?? files.Check(attempt, project);
        return refused is null ? storedFiles.Judge(state, project, attempt, caller) : new Refused(refused);
    }

    private UploadError? NewProject(IndexState state, string name, Caller caller) =>
        caller.User is null ? new(400, NonUserText)
        : User(caller) is { } notReady ? notReady
        : CreationLimit.Rejection(state, caller.User, options) is { } tooMany ? tooMany
        : ProjectCreation.Rejection(state, name, options) is { } refusal ? new(refusal.Status, refusal.Text)
        : null;

    private static UploadError? AsFile(UploadAttempt attempt) =>
        attempt.FieldAsFile is { } field ? new(400, $"{field}: Should not be a tuple.") : null;

    private UploadError? Maintenance() => options.ReadOnly ? new(403, "Read-only mode: Uploads are temporarily disabled.")
        : options.UploadsDisabled ? new(403, $"New uploads are temporarily disabled. See {Help.Url("admin-intervention")} for more information.")
        : null;

    private UploadError? Organization(ProjectRow project) => !options.InactiveOrganizations.Contains(project.Organization) ? null
        : new(400, "Organization account owning this project is inactive. This may be due to inactive billing for Company Organizations, "
            + "or administrator intervention for Community Organizations. Please contact support+orgs@pypi.org.");

    /// <summary>For users only, and only after the permission check: a user who may not upload sees that error first.</summary>
    private UploadError? User(Caller caller)
    {
        string Text(string lack, string remedy, string anchor) =>
            $"User {PythonText.Repr(caller.User!)}, associated with the API token used, does not have {lack}. Please {remedy} before attempting to upload to PyPI. See {Help.Url(anchor)} for more information.";
        return caller.User is null ? null
            : options.UsersWithoutVerifiedEmail.Contains(caller.User) ? new(403, Text("a verified primary email address", "add a verified primary email", "verified-email"))
            : options.UsersWithoutTwoFactor.Contains(caller.User) ? new(403, Text("two-factor authentication enabled", "enable two-factor authentication", "two-factor-authentication"))
            : null;
    }

    private const string NonUserText =
        "Non-user identities cannot create new projects. This was probably caused by successfully using a pending publisher but specifying "
        + "the project name incorrectly (either in the publisher or in your project's metadata). Please ensure that both match. "
        + "See: https://docs.pypi.org/trusted-publishers/troubleshooting/";
}
