using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Output;

/// <summary>
/// Replaces secrets with <c>***</c> in text that leaves the process: known values, literally, in base64 (also inside a Basic header),
/// percent-encoded, escaped as in JSON or HTML, wrapped over several lines, and fragments of 12 or more characters; also anything that looks
/// like an identity token or a PyPI API token. Thread-safe.
/// </summary>
/// <remarks>Values shorter than four characters are not replaced, because they occur everywhere.</remarks>
internal sealed partial class SecretRedaction
{
    private const string Mask = "***";

    private readonly Lock gate = new();
    private readonly HashSet<Secret> known = [];
    private volatile IReadOnlyDictionary<int, HashSet<string>> pieces = new Dictionary<int, HashSet<string>>();

    /// <summary>Adds a secret. Returns whether it was new.</summary>
    public bool Add(Secret secret)
    {
        lock (gate)
        {
            if (!known.Add(secret))
            {
                return false;
            }

            var all = pieces.ToDictionary(pair => pair.Key, pair => new HashSet<string>(pair.Value, StringComparer.Ordinal));
            SecretForms.AddPieces(all, secret);
            pieces = all;
            return true;
        }
    }

    /// <summary>The text without secrets.</summary>
    public string Redact(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var hidden = new bool[text.Length];
        var (raw, all) = (RedactedText.FromText(text), pieces);
        for (var view = raw; all.Count > 0 && view is not null; view = view.Decoded())
        {
            Mark(view, all, hidden);
        }

        return WithoutTokens(Masked(text, hidden));
    }

    /// <summary>Removes only what looks like an identity token or a PyPI API token, for text without known secrets.</summary>
    public static string WithoutTokens(string text) => Token().Replace(text, Mask);

    /// <summary>A URL without credentials, query and fragment, and without secrets in its path; null if no part of it can be shown.</summary>
    public Uri? Redact(Uri? url)
    {
        if (url is null || !url.IsAbsoluteUri)
        {
            return null;
        }

        var shown = Redacted.Url(url);
        var clean = Redact(shown);
        return clean == shown && url.AbsoluteUri == shown ? url : ForeignUri.OrNull(clean);
    }

    private static void Mark(RedactedText view, IReadOnlyDictionary<int, HashSet<string>> all, bool[] hidden)
    {
        foreach (var (length, values) in all)
        {
            var lookup = values.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var at = 0; at + length <= view.Length; at++)
            {
                if (lookup.Contains(view.Slice(at, length)))
                {
                    hidden.AsSpan(view.Source(at, length)).Fill(true);
                }
            }
        }
    }

    private static string Masked(string text, bool[] hidden)
    {
        var masked = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            masked.Append(!hidden[at] ? text.AsSpan(at, 1) : at == 0 || !hidden[at - 1] ? Mask : "");
        }

        return masked.ToString();
    }

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,2}|(?<!-)pypi-[A-Za-z0-9_-]{16,}")]
    private static partial Regex Token();
}
