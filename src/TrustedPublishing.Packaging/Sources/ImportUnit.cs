namespace TrustedPublishing.Packaging.Sources;

/// <summary>A package's folder or a module's file.</summary>
/// <param name="Root">The folder that is put on Python's path, from the project's folder: empty or for example <c>src</c>.</param>
/// <param name="Path">The path from there with <c>/</c>, for example <c>acme/tools</c> or <c>greeter.py</c>.</param>
internal sealed record ImportUnit(string Root, string Path)
{
    public bool IsModule => Path.EndsWith(".py", StringComparison.Ordinal);

    /// <summary>The path from the project's folder.</summary>
    public string ProjectPath => Root.Length == 0 ? Path : $"{Root}/{Path}";
}
