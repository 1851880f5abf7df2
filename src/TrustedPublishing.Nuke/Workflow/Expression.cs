namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Expressions of GitHub.</summary>
internal static class Expression
{
    /// <summary>A text in an expression: single quotes, which are doubled inside.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
