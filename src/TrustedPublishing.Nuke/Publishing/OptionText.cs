namespace TrustedPublishing.Nuke.Publishing;

/// <summary>What the library says of an option, for readers who give parameters.</summary>
internal static class OptionText
{
    /// <summary>Without the name of a C# parameter behind it.</summary>
    public static string Describe(ArgumentException exception) => exception.ParamName is { } parameter
        ? exception.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal)
        : exception.Message;
}
