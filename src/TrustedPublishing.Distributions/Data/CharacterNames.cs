using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Data;

/// <summary>The Unicode names of invisible characters, for messages.</summary>
internal static class CharacterNames
{
    private static readonly Dictionary<int, string> Names = DatedList.Load("characters").Rows.ToDictionary(row => int.Parse(row[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), row => row[1]);

    /// <summary>Null for a character that is visible, has no name, or is too rare to be listed.</summary>
    public static string? Find(Rune rune) => Names.GetValueOrDefault(rune.Value);
}
