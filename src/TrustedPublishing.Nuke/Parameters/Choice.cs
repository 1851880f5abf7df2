using System.Globalization;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>Parses parameters that must be one of several words, or a number within limits.</summary>
internal static class Choice
{
    /// <exception cref="Failure">It is not one of the values; the message lists them.</exception>
    public static T Parse<T>(string option, string text)
        where T : struct, Enum => Find<T>(text) ?? throw new Failure($"{option} {ParameterDiagnostics.Shown(text)} is not known: use {Values<T>()}.");

    /// <summary>The value of that name, in any case; null when there is none.</summary>
    public static T? Find<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;

    /// <summary>The names of all values, for a sentence.</summary>
    public static string Values<T>()
        where T : struct, Enum => Or(Enum.GetNames<T>());

    /// <exception cref="Failure">It is outside the limits; the message contains them.</exception>
    public static int Within(string option, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw new Failure($"{option} {value} is out of range: use {least} to {most}.");

    /// <summary>The same as a rule, for what is known to be a number.</summary>
    public static ValueRule Range(int least, int most) => (value, _) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? null
            : $"{ParameterDiagnostics.Shown(value)} is {(ParameterDiagnostics.IsWhole(value) ? "out of range" : "not a whole number")}: use {least} to {most}.";

    private static string Or(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
