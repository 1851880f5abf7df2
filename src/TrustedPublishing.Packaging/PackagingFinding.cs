namespace TrustedPublishing.Packaging;

/// <summary>One reason why a project cannot be packed.</summary>
/// <param name="Key">The key in <c>pyproject.toml</c>, for example <c>project.dynamic</c>; otherwise a file name.</param>
/// <param name="Line">The line in <c>pyproject.toml</c>, starting at 1; null if there is none.</param>
/// <param name="Text">The problem.</param>
/// <param name="Remedy">What to change.</param>
public sealed record PackagingFinding(string Key, int? Line, string Text, string Remedy)
{
    /// <summary>Whether the setting is valid but only the project's own build backend can apply it.</summary>
    internal bool NeedsOwnBackend => Remedy.Contains(Diagnostics.OwnBackend, StringComparison.Ordinal);

    /// <summary>The finding as one line.</summary>
    public override string ToString() => $"{Key}{(Line is { } line ? $" (line {line})" : "")}: {Text} {Remedy}";
}
