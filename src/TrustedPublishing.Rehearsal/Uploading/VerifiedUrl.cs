using System.Text.RegularExpressions;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Whether PyPI marks a link of a release as verified: it leads to the project's own pages on PyPI, or to a page of the trusted publisher
/// (pypi/warehouse, <c>packaging/metadata_verification.py</c>, <c>oidc/urls.py</c> and <c>oidc/models</c>).
/// </summary>
internal static partial class VerifiedUrl
{
    private static readonly string[] OwnPages =
        ["https://pypi.org/project/", "https://pypi.org/p/", "https://pypi.python.org/project/", "https://pypi.python.org/p/", "https://python.org/pypi/"];

    public static bool IsVerified(string address, RehearsalPublisher? publisher, ProjectRow project) => IsOwnPage(address, project) || publisher switch
    {
        RehearsalPublisher.GitHub github => IsOfGitHub(address, github),
        RehearsalPublisher.GitLab gitlab => IsOfGitLab(address, gitlab),
        RehearsalPublisher.ActiveState active => IsBelow($"https://platform.activestate.com/{active.Organization}/{active.Project}", address),
        _ => false,
    };

    private static bool IsOwnPage(string address, ProjectRow project) => Parts.Parse(address) is var parts && OwnPages.Any(page =>
        new[] { project.Name, project.NormalizedName }.Any(name => parts == Parts.Parse(page + name) || parts == Parts.Parse($"{page}{name}/")));

    private static bool IsOfGitHub(string address, RehearsalPublisher.GitHub publisher)
    {
        var repository = $"https://github.com/{publisher.Owner}/{publisher.Repository}".ToLowerInvariant();
        var pages = $"https://{publisher.Owner}.github.io/{publisher.Repository}".ToLowerInvariant();
        address = WithPrefix(WithPrefix(address, repository), pages);
        return IsBelow(repository, WithoutGit(address)) || IsBelow(pages, address);
    }

    private static bool IsOfGitLab(string address, RehearsalPublisher.GitLab publisher)
    {
        var repository = $"{publisher.Issuer}/{publisher.Namespace}/{publisher.Project}".ToLowerInvariant();
        address = WithPrefix(address, repository);
        var (owner, subgroup) = publisher.Namespace.Split('/', 2) is [var first, var rest] ? (first, $"{rest}/") : (publisher.Namespace, "");
        var pages = publisher.Project == $"{owner}.gitlab.io" && subgroup.Length == 0 ? $"https://{owner}.gitlab.io" : $"https://{owner}.gitlab.io/{subgroup}{publisher.Project}";
        return IsBelow(repository, WithoutGit(address)) || IsBelow(pages, address);
    }

    /// <summary>The prefix in the case in which it is compared.</summary>
    private static string WithPrefix(string address, string prefix) =>
        address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? prefix + address[prefix.Length..] : address;

    private static string WithoutGit(string address)
    {
        address = address.EndsWith('/') ? address[..^1] : address;
        return address.EndsWith(".git", StringComparison.Ordinal) ? address[..^4] : address;
    }

    /// <summary>The same place or one below it. What browsers and RFC 3986 read differently is no such place.</summary>
    private static bool IsBelow(string reference, string address)
    {
        if (address.Contains('\\', StringComparison.Ordinal) || address.Contains("%2e", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (root, place) = (Parts.Parse(reference), Parts.Parse(address));
        return (root.Scheme, root.Authority) == (place.Scheme, place.Authority)
            && (root.Path.Length == 0 || root.Path == place.Path || place.Path.StartsWith($"{root.Path.TrimEnd('/')}/", StringComparison.Ordinal));
    }

    /// <summary>An address in normal form (RFC 3986, 6.2.2).</summary>
    private sealed partial record Parts(string Scheme, string Authority, string Path, string Query, string Fragment)
    {
        public static Parts Parse(string address)
        {
            var match = Reference().Match(address);
            return new(match.Groups["scheme"].Value.ToLowerInvariant(), match.Groups["authority"].Value.ToLowerInvariant(), WithoutDots(match.Groups["path"].Value),
                match.Groups["query"].Value, match.Groups["fragment"].Value);
        }

        /// <summary>RFC 3986, 5.2.4.</summary>
        private static string WithoutDots(string path)
        {
            List<string> kept = [];
            var segments = path.Split('/');
            foreach (var (index, segment) in segments.Index())
            {
                var isLast = index == segments.Length - 1;
                if (segment is not ("." or ".."))
                {
                    kept.Add(segment);
                    continue;
                }

                kept.RemoveRange(Math.Max(1, kept.Count - 1), segment == ".." && kept.Count > 1 ? 1 : 0);
                kept.AddRange(isLast ? [""] : []);
            }

            return string.Join('/', kept);
        }

        [GeneratedRegex(@"\A(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):)?(?://(?<authority>[^\\/?#]*))?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>[\s\S]*))?\z")]
        private static partial Regex Reference();
    }
}
