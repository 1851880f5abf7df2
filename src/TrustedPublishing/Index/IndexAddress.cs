using TrustedPublishing.Output;

namespace TrustedPublishing.Index;

/// <summary>Parses index addresses given by the user, and rejects those that cannot work with a message that says what to use instead.</summary>
internal static class IndexAddress
{
    /// <summary>PyPI's hosts. Only two addresses there accept uploads, and those have names.</summary>
    private static readonly string[] HostsOfPyPI = ["pypi.org", "pypi.python.org", "testpypi.python.org", "pythonhosted.org"];

    /// <summary>The upload address.</summary>
    /// <exception cref="ArgumentException">It is not valid; the message says what to use instead.</exception>
    public static Uri Upload(string text, string parameter)
    {
        if (NameOfPyPI(text) is { } name && !HasCredentials(text))
        {
            throw new ArgumentException($"'{Shortened(Redacted.Text(text))}' belongs to PyPI but does not accept uploads: use `--pypi-index {name}`.", parameter);
        }

        var url = Absolute(text, parameter);
        return IndexProfiles.ProfileFor(url) == IndexProfiles.GitLabGroup
            ? throw new ArgumentException($"'{Redacted.Url(url)}' is the registry of a GitLab group, which can only be read: use the one of a project, https://{url.Authority}/api/v4/projects/ID/packages/pypi.", parameter)
            : url;
    }

    /// <summary>The root of the Simple API, with a trailing slash.</summary>
    /// <exception cref="ArgumentException">It is not valid; the message says what to use instead.</exception>
    public static Uri Simple(string text, bool isPyPI, string parameter)
    {
        var url = Absolute(text, parameter);
        return !isPyPI && NameOfPyPI(text) is { } name
            ? throw new ArgumentException($"'{Redacted.Url(url)}' lists the files of PyPI, not of this index: use the address of the index's own Simple API (`--pypi-simple`), or publish to PyPI with `--pypi-index {name}`.", parameter)
            : url.AbsolutePath.EndsWith('/') ? url : new(url.AbsoluteUri + "/");
    }

    /// <summary>The origin of a host that serves an index's files; a host name without a scheme means https.</summary>
    /// <exception cref="ArgumentException">It is not valid.</exception>
    public static Uri FileHost(string text, string parameter)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        if (ForeignUri.OrNull(address) is null)
        {
            throw new ArgumentException($"'{Shortened(Redacted.Text(text))}' is not a host: write it as cdn.example.com, or as https://cdn.example.com:8443.", parameter);
        }

        var url = Absolute(address, parameter);
        return NameOfPyPI(text) is not null ? throw new ArgumentException($"'{Redacted.Url(url)}' serves the content of PyPI, not of this index.", parameter)
            : url.PathAndQuery == "/" && url.Fragment.Length == 0 ? url
            : throw new ArgumentException($"'{Shortened(Redacted.Text(text))}' is more than a host: remove everything after it.", parameter);
    }

    /// <summary>The name to use instead of a PyPI address; null for any other address. The scheme is optional.</summary>
    private static string? NameOfPyPI(string text) =>
        ForeignUri.OrNull(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}") is { } url
        && url.IdnHost.TrimEnd('.') is var host && Array.Exists(HostsOfPyPI, known => host == known || host.EndsWith($".{known}", StringComparison.Ordinal))
            ? Array.Exists(host.Split('.', '-'), part => part is "test" or "testpypi") ? "testpypi" : "pypi"
            : null;

    private static Uri Absolute(string text, string parameter)
    {
        if (ForeignUri.OrNull(text) is not { Scheme: "http" or "https", Host.Length: > 0 } url || text.Any(char.IsControl))
        {
            throw new ArgumentException($"'{Shortened(Redacted.Text(text))}' is not an index: use pypi, testpypi, or an address that starts with https://.", parameter);
        }

        if (url.Fragment.Length > 0)
        {
            throw new ArgumentException($"'{Redacted.Url(url)}' is followed by a '#', which is never sent: remove it and everything after it.", parameter);
        }

        if (url.Scheme == "http" && !url.IsLoopback)
        {
            throw new ArgumentException($"'{Redacted.Url(url)}' is plain http, which would expose the token on the network: use https.", parameter);
        }

        return url.UserInfo.Length == 0
            ? url
            : throw new ArgumentException($"'{Redacted.Url(url)}' contains credentials: provide them as user name and password instead.", parameter);
    }

    private static bool HasCredentials(string text) => ForeignUri.OrNull(text) is { UserInfo.Length: > 0 };

    private static string Shortened(string text) => LogLine.Encode(text.Length > 100 ? $"{text[..100]}…" : text);
}
