namespace TrustedPublishing.Distributions.Data;

/// <summary>The number of single-character edits that turn one text into another, ignoring case.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 if it is larger.</summary>
    public static int Measure(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 0; i < left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i]) == char.ToLowerInvariant(right[j]);
                current[j + 1] = Math.Min(previous[j] + (same ? 0 : 1), Math.Min(previous[j + 1], current[j]) + 1);
            }

            previous = current;
        }

        return Math.Min(previous[^1], limit + 1);
    }
}
