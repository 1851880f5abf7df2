using System.Globalization;
using System.Numerics;

namespace TrustedPublishing.Distributions;

/// <summary>The order of versions as PEP 440 defines it.</summary>
internal static class PythonVersionOrder
{
    public static int Compare(PythonVersion left, PythonVersion right)
    {
        int[] steps =
        [
            left.Epoch.CompareTo(right.Epoch),
            Sequence(PythonVersion.Significant(left.Release), PythonVersion.Significant(right.Release)),
            Pre(left).CompareTo(Pre(right)),
            (left.Post ?? BigInteger.MinusOne).CompareTo(right.Post ?? BigInteger.MinusOne),
            Dev(left).CompareTo(Dev(right)),
            Local(left.Local, right.Local),
        ];
        return Array.Find(steps, step => step != 0);
    }

    /// <summary>A development release without a pre-release sorts before every pre-release, a final release after all of them.</summary>
    private static (int Rank, BigInteger Number) Pre(PythonVersion version) => version.Pre switch
    {
        null when version.Post is null && version.Dev is not null => (-1, 0),
        null => (3, 0),
        ("a", var number) => (0, number),
        ("b", var number) => (1, number),
        (_, var number) => (2, number),
    };

    private static (int Rank, BigInteger Number) Dev(PythonVersion version) => version.Dev is { } number ? (0, number) : (1, 0);

    private static int Sequence(IEnumerable<BigInteger> left, IEnumerable<BigInteger> right)
    {
        var (a, b) = (left.ToArray(), right.ToArray());
        var differing = a.Zip(b, (x, y) => x.CompareTo(y)).FirstOrDefault(step => step != 0);
        return differing != 0 ? differing : a.Length.CompareTo(b.Length);
    }

    /// <summary>Numbers sort after words, and a longer local segment after its own prefix.</summary>
    private static int Local(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        var (a, b) = (left.Split('.'), right.Split('.'));
        var differing = a.Zip(b, Part).FirstOrDefault(step => step != 0);
        return differing != 0 ? differing : a.Length.CompareTo(b.Length);
    }

    private static int Part(string left, string right) => (Number(left), Number(right)) switch
    {
        ({ } x, { } y) => x.CompareTo(y),
        ({ }, null) => 1,
        (null, { }) => -1,
        _ => string.CompareOrdinal(left, right),
    };

    private static BigInteger? Number(string part) =>
        BigInteger.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
