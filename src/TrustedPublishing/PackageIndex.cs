using TrustedPublishing.Index;

namespace TrustedPublishing;

/// <summary>
/// A package index: where distributions are uploaded, where identity tokens are exchanged and where published files are listed. The exchange
/// addresses are on the host of the upload address, as in every existing client
/// (<see href="https://docs.pypi.org/trusted-publishers/using-a-publisher/"/>).
/// </summary>
public sealed partial record PackageIndex
{
    private PackageIndex(string name, Uri uploadUrl, Uri simpleUrl, Uri? webUrl, IndexProfile profile) =>
        (Name, UploadUrl, SimpleUrl, WebUrl, Profile) = (name, uploadUrl, simpleUrl, webUrl, profile);

    /// <summary>The Python Package Index.</summary>
    public static PackageIndex PyPI { get; } =
        new("PyPI", new("https://upload.pypi.org/legacy/"), new("https://pypi.org/simple/"), new("https://pypi.org/"), IndexProfiles.PyPI);

    /// <summary>PyPI's test instance.</summary>
    public static PackageIndex TestPyPI { get; } =
        new("TestPyPI", new("https://test.pypi.org/legacy/"), new("https://test.pypi.org/simple/"), new("https://test.pypi.org/"), IndexProfiles.TestPyPI);

    /// <summary>The name of the index in messages: <c>PyPI</c>, <c>TestPyPI</c>, or the host of its upload address.</summary>
    public string Name { get; }

    /// <summary>The upload address.</summary>
    public Uri UploadUrl { get; }

    /// <summary>The root of the Simple API (PEP 503/691), with a trailing slash.</summary>
    public Uri SimpleUrl { get; }

    /// <summary>The root of the website, or null if it is unknown.</summary>
    public Uri? WebUrl { get; }

    /// <summary>Whether this is PyPI or TestPyPI.</summary>
    public bool IsPyPI => WebUrl is not null;

    /// <summary>The properties of its kind.</summary>
    internal IndexProfile Profile { get; private init; }

    /// <summary>The address that returns the audience for identity tokens (GET).</summary>
    public Uri AudienceUrl => new(UploadUrl, "/_/oidc/audience");

    /// <summary>The address that exchanges an identity token for an API token (POST).</summary>
    public Uri MintUrl => new(UploadUrl, "/_/oidc/mint-token");

    /// <summary>The address that revokes an API token after the release (POST). Not every index supports it.</summary>
    public Uri BurnUrl => new(UploadUrl, "/_/oidc/burn-token");

    /// <summary>
    /// The index for <paramref name="index"/>: <c>pypi</c>, <c>testpypi</c> (any case), or an upload address.
    /// The address of the Simple API depends on the kind of index (devpi, Azure Artifacts, Cloudsmith and others are recognised by their
    /// addresses); for an unknown kind, <c>…/legacy/</c> becomes <c>…/simple/</c>, and to any other address <c>simple/</c> is appended.
    /// </summary>
    /// <exception cref="ArgumentException">Not a known name, not an absolute address, not https (plain http only to this machine),
    /// an address with credentials in it, or a PyPI address that does not accept uploads.</exception>
    public static PackageIndex Parse(string index, string? simple = null)
    {
        var known = Known(index);
        if (known is not null && simple is null)
        {
            return known;
        }

        var upload = known?.UploadUrl ?? IndexAddress.Upload(index, nameof(index));
        var profile = known?.Profile ?? IndexProfiles.ProfileFor(upload);
        var root = simple is null ? profile.SimpleOf(IndexProfiles.RootOf(upload)) : IndexAddress.Simple(simple, isPyPI: known is not null, nameof(simple));
        return new(known?.Name ?? upload.Authority, upload, root, known?.WebUrl, profile) { HasDerivedSimple = simple is null };
    }

    /// <summary>Whether <see cref="SimpleUrl"/> was derived from the upload address.</summary>
    internal bool HasDerivedSimple { get; private init; }

    /// <summary>The same index with another profile, recognised by its responses.</summary>
    internal PackageIndex As(IndexProfile profile) =>
        new(Name, UploadUrl, HasDerivedSimple ? profile.SimpleOf(IndexProfiles.RootOf(UploadUrl)) : SimpleUrl, WebUrl, profile) { HasDerivedSimple = HasDerivedSimple, FileHosts = FileHosts };

    /// <summary>The same addresses with PyPI's policy, for an index that applies PyPI's rules.</summary>
    internal PackageIndex WithPyPIPolicy() => this with { Profile = IndexProfiles.Embedded };

    /// <summary>The page of a release, or null if the index's website is unknown.</summary>
    public Uri? ReleasePage(string project, string version) =>
        WebUrl is null ? null : new(WebUrl, $"project/{Uri.EscapeDataString(project)}/{Uri.EscapeDataString(version)}/");

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static PackageIndex? Known(string name) =>
        name.Equals("pypi", StringComparison.OrdinalIgnoreCase) || IsSame(name, PyPI) ? PyPI
        : name.Equals("testpypi", StringComparison.OrdinalIgnoreCase) || IsSame(name, TestPyPI) ? TestPyPI
        : null;

    private static bool IsSame(string url, PackageIndex index) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed == index.UploadUrl && parsed.UserInfo.Length == 0 && parsed.Fragment.Length == 0; // which a comparison ignores
}
