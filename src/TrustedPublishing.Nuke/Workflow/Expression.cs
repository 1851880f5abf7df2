namespace TrustedPublishing.Nuke.Workflow;

/// <summary>GitHub expressions.</summary>
internal static class Expression
{
    /// <summary>A string in an expression: in single quotes, which are doubled inside.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
