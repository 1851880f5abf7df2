using TrustedPublishing.Failures;

namespace TrustedPublishing;

/// <summary>
/// A package index: where distributions are uploaded, where identity tokens are exchanged and where published files are listed.
/// The exchange addresses belong to the authority of the upload address, as every existing client takes them
/// (<see href="https://docs.pypi.org/trusted-publishers/using-a-publisher/"/>).
/// </summary>
public sealed record PackageIndex
{
    private PackageIndex(string name, Uri uploadUrl, Uri simpleUrl, Uri? webUrl) =>
        (Name, UploadUrl, SimpleUrl, WebUrl) = (name, uploadUrl, simpleUrl, webUrl);

    /// <summary>The Python Package Index.</summary>
    public static PackageIndex PyPI { get; } =
        new("PyPI", new("https://upload.pypi.org/legacy/"), new("https://pypi.org/simple/"), new("https://pypi.org/"));

    /// <summary>PyPI's instance for trying things out.</summary>
    public static PackageIndex TestPyPI { get; } =
        new("TestPyPI", new("https://test.pypi.org/legacy/"), new("https://test.pypi.org/simple/"), new("https://test.pypi.org/"));

    /// <summary>How the index is called in messages: <c>PyPI</c>, <c>TestPyPI</c>, or the host of its upload address.</summary>
    public string Name { get; }

    /// <summary>Where files are posted.</summary>
    public Uri UploadUrl { get; }

    /// <summary>The root of the Simple API (PEP 503/691), with a trailing slash.</summary>
    public Uri SimpleUrl { get; }

    /// <summary>The root of the web pages, or null for an index whose pages are not known.</summary>
    public Uri? WebUrl { get; }

    /// <summary>Whether this is PyPI or TestPyPI.</summary>
    public bool IsPyPI => WebUrl is not null;

    /// <summary>Where the audience for identity tokens is asked (GET).</summary>
    public Uri AudienceUrl => new(UploadUrl, "/_/oidc/audience");

    /// <summary>Where an identity token is exchanged for an API token (POST).</summary>
    public Uri MintUrl => new(UploadUrl, "/_/oidc/mint-token");

    /// <summary>Where an API token is revoked when the release is done (POST). Not every index offers it.</summary>
    public Uri BurnUrl => new(UploadUrl, "/_/oidc/burn-token");

    /// <summary>
    /// The index for <paramref name="index"/>: <c>pypi</c>, <c>testpypi</c> (any case), or the address that files are posted to.
    /// The Simple API of an address is taken from <paramref name="simple"/>; without it, <c>…/legacy/</c> becomes
    /// <c>…/simple/</c> and to any other address <c>simple/</c> is appended, as devpi, pypiserver, Artifactory, Nexus and GitLab have it.
    /// </summary>
    /// <exception cref="ArgumentException">Not a known name, not an absolute address, not https (plain http only to this machine),
    /// or an address with credentials in it.</exception>
    public static PackageIndex Parse(string index, string? simple = null)
    {
        var known = Known(index);
        if (known is not null && simple is null)
        {
            return known;
        }

        var upload = known?.UploadUrl ?? Address(index, nameof(index));
        var root = simple is null ? SimpleOf(upload) : WithSlash(Address(simple, nameof(simple)));
        return new(known?.Name ?? upload.Authority, upload, root, known?.WebUrl);
    }

    /// <summary>The page of a release, or null when the index's pages are not known.</summary>
    public Uri? ReleasePage(string project, string version) =>
        WebUrl is null ? null : new(WebUrl, $"project/{Uri.EscapeDataString(project)}/{Uri.EscapeDataString(version)}/");

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static PackageIndex? Known(string name) =>
        name.Equals("pypi", StringComparison.OrdinalIgnoreCase) || IsSame(name, PyPI) ? PyPI
        : name.Equals("testpypi", StringComparison.OrdinalIgnoreCase) || IsSame(name, TestPyPI) ? TestPyPI
        : null;

    private static bool IsSame(string url, PackageIndex index) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed == index.UploadUrl;

    private static Uri Address(string text, string parameter)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme is not ("http" or "https")))
        {
            throw new ArgumentException($"'{text}' is not an index: use pypi, testpypi, or an address that starts with https://.", parameter);
        }

        if (url.Scheme == "http" && !url.IsLoopback)
        {
            throw new ArgumentException($"'{Redacted.Url(url)}' is plain http, which would show the token to the network: use https.", parameter);
        }

        return url.UserInfo.Length == 0
            ? url
            : throw new ArgumentException($"'{Redacted.Url(url)}' has credentials in it: pass them as user name and password instead.", parameter);
    }

    private static Uri SimpleOf(Uri upload)
    {
        var root = WithSlash(new Uri(upload.GetLeftPart(UriPartial.Path)));
        return root.AbsolutePath.EndsWith("/legacy/", StringComparison.Ordinal) ? new Uri(root, "../simple/") : new Uri(root, "simple/");
    }

    private static Uri WithSlash(Uri url) => url.AbsolutePath.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
}
