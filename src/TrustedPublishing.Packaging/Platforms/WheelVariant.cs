namespace TrustedPublishing.Packaging.Platforms;

/// <summary>One wheel of a project.</summary>
/// <param name="Platforms">Its platform tags in order; <c>any</c> for a pure wheel.</param>
/// <param name="Files">Its files without those of <c>.dist-info</c>.</param>
internal sealed record WheelVariant(IReadOnlyList<string> Platforms, IReadOnlyList<WheelFile> Files)
{
    public const string AnyPlatform = "any";

    /// <summary>Whether it is installed among what runs everywhere.</summary>
    public bool IsPure => Platforms is [AnyPlatform];

    /// <summary>The tags as the file name has them, all in one.</summary>
    public string Tag => $"py3-none-{string.Join('.', Platforms)}";
}

/// <summary>A file of a wheel.</summary>
/// <param name="Source">The absolute path; null for one that is made.</param>
/// <param name="Path">The path in the wheel.</param>
/// <param name="IsProgram">Whether it is a program whatever its content says.</param>
internal sealed record WheelFile(string? Source, string Path, bool IsProgram = false)
{
    /// <summary>The text of one that is made.</summary>
    public string? Text { get; private init; }

    public static WheelFile OfText(string path, string text) => new(null, path) { Text = text };
}
