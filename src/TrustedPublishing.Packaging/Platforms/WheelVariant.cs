namespace TrustedPublishing.Packaging.Platforms;

/// <summary>One wheel of a project.</summary>
/// <param name="Platforms">Its platform tags, in order; <c>any</c> for a pure wheel.</param>
/// <param name="Files">Its files, except those in <c>.dist-info</c>.</param>
internal sealed record WheelVariant(IReadOnlyList<string> Platforms, IReadOnlyList<WheelFile> Files)
{
    public const string AnyPlatform = "any";

    /// <summary>Whether it is platform-independent (<c>Root-Is-Purelib</c>).</summary>
    public bool IsPure => Platforms is [AnyPlatform];

    /// <summary>The combined tag in the file name.</summary>
    public string Tag => $"py3-none-{string.Join('.', Platforms)}";
}

/// <summary>A file of a wheel.</summary>
/// <param name="Source">The absolute path; null for a generated file.</param>
/// <param name="Path">The path in the wheel.</param>
/// <param name="IsProgram">Whether it is executable, whatever its content.</param>
internal sealed record WheelFile(string? Source, string Path, bool IsProgram = false)
{
    /// <summary>The text of a generated file.</summary>
    public string? Text { get; private init; }

    public static WheelFile OfText(string path, string text) => new(null, path) { Text = text };
}
