using System.Text;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tokens;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The owner of the request's token, and what the token allows.</summary>
internal sealed record Caller(TokenRow Token, Macaroon Macaroon, bool IsGenuine)
{
    /// <summary>The user, or null for a publisher.</summary>
    public string? User => Token.User;

    /// <summary>Reads the header. Whether the token may be used for a project is decided later, when the project is known.</summary>
    public static (Caller? Caller, UploadError? UploadError) Identify(IndexState state, ApiTokens tokens, string? authorization, RehearsalOptions options)
    {
        var (token, isPassword) = Credentials(authorization);
        return isPassword ? (null, new(403, PasswordText))
            : token is not null && ApiTokens.Find(state, token) is var (row, macaroon) && IsAlive(row, options) ? (new(row, macaroon, tokens.IsGenuine(row, macaroon)), null)
            : (null, new(403, $"Invalid or non-existent authentication information. See {Help.Url("invalid-auth")} for more information."));
    }

    /// <summary>Why the caller may not upload to the project, or null.</summary>
    public UploadError? Forbidden(IndexState state, ProjectRow project, DateTimeOffset now)
    {
        if (Caveats.Rejection(Token, Macaroon, IsGenuine, state, project, now) is { } reasons)
        {
            return new(403, $"Invalid API Token: {reasons}");
        }

        var who = User is null ? "The given token" : $"The user '{User}'";
        return MayUpload(state, project) ? null
            : new(403, $"{who} isn't allowed to upload to project '{project.Name}'. See {Help.Url("project-name")} for more information.");
    }

    /// <summary>Publishers' tokens are deleted a day after they were issued; those of disabled users are ignored.</summary>
    private static bool IsAlive(TokenRow token, RehearsalOptions options) => token.User is { } user
        ? !options.DisabledUsers.Contains(user)
        : options.Time.GetUtcNow() - token.Created < TimeSpan.FromDays(1);

    /// <summary>Archived projects accept no uploads; quarantined ones accept none from publishers. The message mentions neither.</summary>
    private bool MayUpload(IndexState state, ProjectRow project) => User is null
        ? project.Status is RehearsalProjectStatus.Active && state.Publisher(Token.Publisher!.Value)?.Projects.Contains(project.Id) == true
        : project.Status is not RehearsalProjectStatus.Archived && project.Uploaders.Contains(User);

    private static string PasswordText =>
        "Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead. "
        + $"See {Help.Url("apitoken")} and {Help.Url("trusted-publishers")}";

    private static (string? Token, bool IsPassword) Credentials(string? authorization) => authorization?.Split(' ', 2) switch
    {
        [var scheme, var value] when scheme.Equals("basic", StringComparison.OrdinalIgnoreCase) => Basic(value),
        [var scheme, var value] when scheme.Equals("bearer", StringComparison.OrdinalIgnoreCase) || scheme.Equals("token", StringComparison.OrdinalIgnoreCase) => (value, false),
        _ => (null, false),
    };

    private static (string? Token, bool IsPassword) Basic(string value)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String(value));
            return text.Split(':', 2) is [var user, var password] ? (password.Trim(), user != "__token__") : (null, false);
        }
        catch (FormatException)
        {
            return (null, false);
        }
    }
}
