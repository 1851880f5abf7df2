namespace TrustedPublishing.Packaging;

/// <summary>One reason why a project cannot be packed.</summary>
/// <param name="Key">The key of <c>pyproject.toml</c> it is about, for example <c>project.dynamic</c>; otherwise a file's name.</param>
/// <param name="Line">The line in <c>pyproject.toml</c>, counted from 1; null when there is none.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Remedy">What to change.</param>
public sealed record PackagingFinding(string Key, int? Line, string Text, string Remedy)
{
    /// <summary>Whether nothing is wrong but that only the project's own back end can do what it asks for.</summary>
    internal bool NeedsOwnBackend => Remedy.Contains(Diagnostics.OwnBackend, StringComparison.Ordinal);

    /// <summary>The complaint as one line.</summary>
    public override string ToString() => $"{Key}{(Line is { } line ? $" (line {line})" : "")}: {Text} {Remedy}";
}
