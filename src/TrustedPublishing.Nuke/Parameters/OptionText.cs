namespace TrustedPublishing.Nuke.Parameters;

/// <summary>Rewords the library's messages about options for users of parameters.</summary>
internal static class OptionText
{
    /// <summary>The message without the name of the C# parameter at its end.</summary>
    public static string Describe(ArgumentException exception) => exception.ParamName is { } parameter
        ? exception.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal)
        : exception.Message;
}
