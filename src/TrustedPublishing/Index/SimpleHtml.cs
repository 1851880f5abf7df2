using System.Globalization;
using TrustedPublishing.Distributions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Index;

/// <summary>
/// Parses a project's page of the Simple API in HTML (PEP 503, 592, 629, 658, 740, 792), for indexes without JSON: each anchor is a file, and
/// the fragment of its URL is the digest.
/// </summary>
internal static class SimpleHtml
{
    /// <exception cref="FormatException">It is a different web page, or has a later major version.</exception>
    public static IndexProject Read(string html, Uri page, string project)
    {
        var (files, status, root) = (new List<IndexFile>(), default(string), page);
        var (anchor, text) = (default(HtmlToken), "");
        foreach (var token in HtmlTokens.Parse(html))
        {
            switch (token.Tag)
            {
                case "meta":
                    RefuseLaterVersions(token);
                    status = token["name"] == "pypi:project-status" ? token["content"] : status;
                    break;
                case "base" when root == page && ForeignUri.From(page, token["href"]) is { } href: // the first one counts
                    root = href;
                    break;
                case "input" when string.Equals(token["type"], "password", StringComparison.OrdinalIgnoreCase):
                    throw new FormatException("it is a sign-in page, not a list of files");
                case "a":
                    (anchor, text) = (token, "");
                    break;
                case "/a" when anchor is not null && File(anchor, text.Trim(), root) is { } file:
                    files.Add(files.Count < SimpleJson.MostFiles ? file : throw new FormatException($"it lists more than {SimpleJson.MostFiles} files"));
                    anchor = null;
                    break;
                case null when anchor is not null && text.Length < 1024:
                    text += token.Text;
                    break;
            }
        }

        return new() { Name = ProjectName.Normalize(project), Status = status, Files = files };
    }

    private static IndexFile? File(HtmlToken anchor, string text, Uri root) =>
        ForeignUri.From(root, anchor["href"]) is { } url && FileName(text, url) is { Length: > 0 } name
            ? new()
            {
                FileName = name,
                Url = new(url.GetLeftPart(UriPartial.Query)),
                Sha256 = HexDigest.Sha256(Digest(url, "#sha256=")),
                Md5 = HexDigest.Md5(Digest(url, "#md5=")),
                Size = long.TryParse(anchor["data-size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null,
                RequiresPython = anchor["data-requires-python"] is { Length: > 0 } python ? python : null,
                Yanked = anchor["data-yanked"] is not null,
                Provenance = ForeignUri.From(root, anchor["data-provenance"]),
            }
            : null;

    private static string? Digest(Uri url, string algorithm) =>
        url.Fragment.StartsWith(algorithm, StringComparison.OrdinalIgnoreCase) ? url.Fragment[algorithm.Length..].Split('&')[0] : null;

    /// <summary>The anchor's text is the file name (PEP 503); indexes that shorten it still have the full name at the end of the URL.</summary>
    private static string FileName(string text, Uri url)
    {
        var last = Uri.UnescapeDataString(url.AbsolutePath[(url.AbsolutePath.LastIndexOf('/') + 1)..]);
        return IsDistribution(last) ? last : IsDistribution(text) ? text : "";
    }

    private static bool IsDistribution(string name) => name.Length < 1024
        && (name.EndsWith(".whl", StringComparison.Ordinal) || name.EndsWith(".tar.gz", StringComparison.Ordinal) || name.EndsWith(".zip", StringComparison.Ordinal));

    private static void RefuseLaterVersions(HtmlToken meta)
    {
        if (meta["name"] == "pypi:repository-version" && meta["content"] is { } version && !version.StartsWith("1.", StringComparison.Ordinal))
        {
            throw new FormatException($"it is version {version} of the Simple API, and only version 1 is understood");
        }
    }
}
