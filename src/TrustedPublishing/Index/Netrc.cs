namespace TrustedPublishing.Index;

/// <summary>
/// The credentials of a host in a <c>.netrc</c> file, as pip and curl read it
/// (<see href="https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html"/>).
/// </summary>
internal static class Netrc
{
    /// <summary>The entry for <paramref name="host"/>, otherwise the default entry, otherwise null. Malformed entries are ignored.</summary>
    public static (string Login, Secret Password)? Find(string text, string host)
    {
        (string Login, Secret Password)? fallback = null;
        foreach (var (machine, login, password) in Entries(text))
        {
            if (Secret.From(password) is not { } secret)
            {
                continue;
            }

            if (string.Equals(machine, host, StringComparison.OrdinalIgnoreCase))
            {
                return (login, secret);
            }

            fallback ??= machine is null ? (login, secret) : null;
        }

        return fallback;
    }

    /// <summary>The machine is null for <c>default</c>.</summary>
    private static IEnumerable<(string? Machine, string Login, string? Password)> Entries(string text)
    {
        (string? Machine, string Login, string? Password)? entry = null;
        using var words = Words(text).GetEnumerator();
        while (words.MoveNext())
        {
            switch (words.Current)
            {
                case "machine" or "default":
                    if (entry is { } complete)
                    {
                        yield return complete;
                    }

                    entry = (words.Current == "default" || !words.MoveNext() ? null : words.Current, "", null);
                    break;
                case "login" or "user" when entry is { } known && words.MoveNext():
                    entry = known with { Login = words.Current };
                    break;
                case "password" when entry is { } known && words.MoveNext():
                    entry = known with { Password = words.Current };
                    break;
            }
        }

        if (entry is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Words may be quoted; a macro ends at a blank line, a comment at the end of its line.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var macro = false;
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            macro = words.Length > 0 && (macro || words[0] == "macdef");
            foreach (var word in macro ? [] : words.TakeWhile((word, at) => at > 0 || !word.StartsWith('#')))
            {
                yield return word is ['"', .. var inner, '"'] ? inner.Replace("\\\"", "\"", StringComparison.Ordinal) : word;
            }
        }
    }
}
