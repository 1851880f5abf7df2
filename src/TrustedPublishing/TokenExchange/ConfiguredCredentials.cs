using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>Configured credentials; they take precedence over any identity.</summary>
internal sealed record ConfiguredCredentials(Secret? ApiToken, string? UserName, Secret? Password)
{
    /// <summary>The user name to send: the one for tokens, unless a password is configured.</summary>
    public string User => ApiToken is null ? UserName ?? CredentialSource.TokenUser : CredentialSource.TokenUser;

    /// <summary>The credential for an index: an API token, or user and password; null if none is configured.</summary>
    /// <exception cref="PublishException">Only a user or only a password is given, or a pair that PyPI has not accepted since 2024.</exception>
    public Credential? For(PackageIndex index, Action<Secret>? onSecret)
    {
        if (ApiToken is { } token)
        {
            return WithToken(token, onSecret);
        }

        if (UserName is null && Password is null)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(UserName) || Password is not { } password)
        {
            throw IdentityFailures.IncompleteCredentials(index, Password is null ? "a password" : "a user name");
        }

        onSecret?.Invoke(password);
        return UserName == CredentialSource.TokenUser ? WithToken(password, onSecret)
            : index.IsPyPI ? throw IdentityFailures.PasswordForPyPI(index)
            : Credential.Basic(UserName, password, expires: null, onSecret);
    }

    /// <summary>Copied tokens often end with a line break, which is never part of a token.</summary>
    private static Credential WithToken(Secret token, Action<Secret>? onSecret)
    {
        var trimmed = new Secret(token.Reveal().Trim());
        onSecret?.Invoke(trimmed);
        return Credential.Basic(CredentialSource.TokenUser, trimmed, expires: null, onSecret);
    }
}
