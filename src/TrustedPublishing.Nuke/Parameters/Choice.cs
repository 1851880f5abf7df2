namespace TrustedPublishing.Nuke.Parameters;

/// <summary>Parses parameters that must be one of several words, or a number within limits.</summary>
internal static class Choice
{
    /// <exception cref="Failure">It is not one of the values; the message lists them.</exception>
    public static T Parse<T>(string option, string text)
        where T : struct, Enum => Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name)
            : throw new Failure($"{option} {ParameterDiagnostics.Shown(text)} is not known: use {Or(Enum.GetNames<T>())}.");

    /// <exception cref="Failure">It is outside the limits; the message contains them.</exception>
    public static int Within(string option, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw new Failure($"{option} {value} is out of range: use {least} to {most}.");

    private static string Or(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
