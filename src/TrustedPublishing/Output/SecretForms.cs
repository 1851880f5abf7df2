using System.Text;

namespace TrustedPublishing.Output;

/// <summary>The forms in which a secret may occur in a text, cut into the pieces that are searched for.</summary>
internal static class SecretForms
{
    private const int Shortest = 4;
    private const int Piece = 12;

    /// <summary>Adds the pieces of every form of a secret, by their length.</summary>
    public static void AddPieces(Dictionary<int, HashSet<string>> all, Secret secret)
    {
        foreach (var form in Create(secret.Reveal()).Where(form => form.Length >= Shortest))
        {
            AddPieces(all, form);
        }
    }

    private static void AddPieces(Dictionary<int, HashSet<string>> all, string form)
    {
        var length = Math.Min(form.Length, Piece);
        if (!all.TryGetValue(length, out var values))
        {
            all[length] = values = new(StringComparer.Ordinal);
        }

        for (var at = 0; at + length <= form.Length; at++)
        {
            values.Add(form.Substring(at, length));
        }
    }

    /// <summary>
    /// The value itself, and its base64 form at each of the three alignments that it can have within a longer text, in both alphabets.
    /// </summary>
    private static IEnumerable<string> Create(string value)
    {
        yield return RedactedText.Compact(value);
        var bytes = Encoding.UTF8.GetBytes(value);
        foreach (var (before, skipped) in new[] { (0, 0), (1, 2), (2, 3) })
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var whole = (before + bytes.Length) % 3 == 0 ? encoded[skipped..] : encoded[skipped..^1];
            yield return whole.Length >= 2 * Shortest ? whole : "";
            yield return whole.Length >= 2 * Shortest ? whole.Replace('+', '-').Replace('/', '_') : "";
        }
    }
}
