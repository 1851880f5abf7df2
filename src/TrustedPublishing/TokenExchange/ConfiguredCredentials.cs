using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>The credentials that were passed in; they come before any identity.</summary>
internal static class ConfiguredCredentials
{
    /// <summary>An API token, or user and password; null when nothing was given.</summary>
    /// <exception cref="PublishException">Half of a pair, or a pair that PyPI has not accepted since 2024.</exception>
    public static Credential? Read(PublishOptions options)
    {
        if (options.ApiToken is { } token)
        {
            return WithToken(options, token);
        }

        if (options.UserName is null && options.Password is null)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(options.UserName) || options.Password is not { } password)
        {
            throw IdentityFailures.IncompleteCredentials(options.Index, options.Password is null ? "a password" : "a user name");
        }

        options.OnSecret?.Invoke(password);
        return options.UserName == CredentialSource.TokenUser ? WithToken(options, password)
            : options.Index.IsPyPI ? throw IdentityFailures.PasswordForPyPI(options.Index)
            : Credential.Basic(options.UserName, password, expires: null, options.OnSecret);
    }

    /// <summary>Copied tokens often end in a line break, which belongs to no token.</summary>
    private static Credential WithToken(PublishOptions options, Secret token)
    {
        var trimmed = new Secret(token.Reveal().Trim());
        options.OnSecret?.Invoke(trimmed);
        return Credential.Basic(CredentialSource.TokenUser, trimmed, expires: null, options.OnSecret);
    }
}
