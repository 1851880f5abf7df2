using TrustedPublishing.Index;

namespace TrustedPublishing;

/// <summary>Which files are those of the index.</summary>
public sealed partial record PackageIndex
{
    /// <summary>
    /// The same index, which also serves its files from other hosts, such as a content delivery network: a file that it lists on one of them counts
    /// as its own.
    /// </summary>
    /// <param name="hosts">Host names (for https), or addresses with scheme and port.</param>
    /// <exception cref="ArgumentException">This is PyPI or TestPyPI, whose hosts are known; or one of the hosts is invalid, not https, or
    /// PyPI's.</exception>
    public PackageIndex WithFileHosts(params IReadOnlyList<string> hosts) => IsPyPI
        ? throw new ArgumentException($"The file hosts of {Name} are known and cannot be changed.", nameof(hosts))
        : this with { FileHosts = [.. FileHosts, .. hosts.Select(host => IndexAddress.FileHost(host, nameof(hosts)))] };

    /// <summary>The file hosts given by the user, in addition to those of the profile.</summary>
    private IReadOnlyList<Uri> FileHosts { get; init; } = [];

    /// <summary>
    /// Whether an address belongs to this index: it has the same origin (scheme, host and port), or a host that the profile or the user declares.
    /// Proxies list files that only another index has, and redirect to them.
    /// </summary>
    internal bool Owns(Uri url) =>
        (IsSameAuthority(url, SimpleUrl) || IsSameAuthority(url, UploadUrl))
            ? !Profile.ListsOtherIndexes || url.AbsolutePath.StartsWith(IndexProfiles.RootOf(UploadUrl).AbsolutePath, StringComparison.Ordinal)
            : FileHosts.Any(host => IsSameAuthority(url, host)) || (url is { Scheme: "https", IsDefaultPort: true } && Profile.FileHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether scheme, host and port are the same.</summary>
    internal static bool IsSameAuthority(Uri left, Uri right) =>
        left.Scheme == right.Scheme && left.Port == right.Port && left.Host.Equals(right.Host, StringComparison.OrdinalIgnoreCase);
}
