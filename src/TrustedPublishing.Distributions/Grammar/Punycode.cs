using System.Text;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// Converts Unicode labels of host names to and from ASCII (RFC 3492), whether or not they are valid. The platform's own encoder rejects or changes
/// some.
/// </summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int FirstCode = 128;
    private const string Digits = "abcdefghijklmnopqrstuvwxyz0123456789";

    public static string Encode(string label)
    {
        var runes = label.EnumerateRunes().ToArray();
        var output = new StringBuilder(string.Concat(runes.Where(rune => rune.IsAscii)));
        var (basic, handled) = (output.Length, output.Length);
        output.Append(basic > 0 ? "-" : "");
        var (code, delta, bias) = (FirstCode, 0L, 72);
        while (handled < runes.Length)
        {
            var next = runes.Where(rune => rune.Value >= code).Min().Value;
            delta += (next - code) * (long)(handled + 1);
            foreach (var rune in runes)
            {
                delta += rune.Value < next ? 1 : 0;
                if (rune.Value == next)
                {
                    Append(output, delta, bias);
                    bias = Adapt(delta, handled + 1, handled == basic);
                    (delta, handled) = (0, handled + 1);
                }
            }

            (code, delta) = (next + 1, delta + 1);
        }

        return output.ToString();
    }

    /// <summary>Null if it is not a valid encoding.</summary>
    public static string? Decode(string text)
    {
        var hyphen = text.LastIndexOf('-');
        List<Rune> output = [.. text[..Math.Max(hyphen, 0)].EnumerateRunes()];
        var (code, index, bias) = ((long)FirstCode, 0L, 72);
        for (var at = hyphen + 1; at < text.Length;)
        {
            if (Delta(text, ref at, bias) is not { } delta)
            {
                return null;
            }

            var count = output.Count + 1;
            index += delta;
            code += index / count;
            index %= count;
            if (!Rune.IsValid((int)Math.Min(code, int.MaxValue)))
            {
                return null;
            }

            output.Insert((int)index++, new Rune((int)code));
            bias = Adapt(delta, count, count == Math.Max(hyphen, 0) + 1);
        }

        return string.Concat(output);
    }

    private static void Append(StringBuilder output, long delta, int bias)
    {
        for (var position = Base; ; position += Base)
        {
            var threshold = Threshold(position, bias);
            if (delta < threshold)
            {
                output.Append(Digits[(int)delta]);
                return;
            }

            output.Append(Digits[(int)(threshold + ((delta - threshold) % (Base - threshold)))]);
            delta = (delta - threshold) / (Base - threshold);
        }
    }

    private static long? Delta(string text, ref int at, int bias)
    {
        var (delta, weight) = (0L, 1L);
        for (var position = Base; at < text.Length && weight < int.MaxValue; position += Base)
        {
            var digit = Digits.IndexOf(char.ToLowerInvariant(text[at++]), StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            delta += digit * weight;
            if (digit < Threshold(position, bias))
            {
                return delta;
            }

            weight *= Base - Threshold(position, bias);
        }

        return null;
    }

    private static int Threshold(int position, int bias) => Math.Clamp(position - bias, 1, 26);

    private static int Adapt(long delta, int count, bool isFirst)
    {
        delta /= isFirst ? 700 : 2;
        delta += delta / count;
        var divisions = 0;
        for (; delta > 455; divisions += Base)
        {
            delta /= Base - 1;
        }

        return divisions + (int)(Base * delta / (delta + 38));
    }
}
