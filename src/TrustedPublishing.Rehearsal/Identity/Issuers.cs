namespace TrustedPublishing.Rehearsal.Identity;

/// <summary>The issuers that PyPI supports by default. Compared exactly.</summary>
internal static class Issuers
{
    public const string GitHub = "https://token.actions.githubusercontent.com";

    public const string GitLab = "https://gitlab.com";

    public const string Google = "https://accounts.google.com";

    public const string ActiveState = "https://platform.activestate.com/api/v1/oauth/oidc";
}
