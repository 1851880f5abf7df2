using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>The equivalents of Python's <c>str.splitlines</c> and <c>str.rstrip</c>.</summary>
internal static class PythonLines
{
    public static IEnumerable<string> Split(string text)
    {
        var first = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029')
            {
                yield return text[first..i];
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                first = i + 1;
            }
        }

        if (first < text.Length)
        {
            yield return text[first..];
        }
    }

    public static string TrimEnd(string text)
    {
        var end = text.Length;
        while (end > 0 && PythonText.IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }
}
