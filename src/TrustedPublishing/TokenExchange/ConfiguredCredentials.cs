using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>Configured credentials; they take precedence over any identity.</summary>
internal static class ConfiguredCredentials
{
    /// <summary>An API token, or user and password; null if none is configured.</summary>
    /// <exception cref="PublishException">Only a user or only a password is given, or a pair that PyPI has not accepted since 2024.</exception>
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

    /// <summary>Copied tokens often end with a line break, which is never part of a token.</summary>
    private static Credential WithToken(PublishOptions options, Secret token)
    {
        var trimmed = new Secret(token.Reveal().Trim());
        options.OnSecret?.Invoke(trimmed);
        return Credential.Basic(CredentialSource.TokenUser, trimmed, expires: null, options.OnSecret);
    }
}
