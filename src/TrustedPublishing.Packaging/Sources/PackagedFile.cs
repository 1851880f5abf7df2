namespace TrustedPublishing.Packaging.Sources;

/// <summary>A file of the project and its destinations.</summary>
/// <param name="Source">The absolute path.</param>
/// <param name="InSdist">The path below the sdist's top folder; null if it is not part of the sdist.</param>
/// <param name="InWheel">The path in the wheel; null if it is not part of the wheel.</param>
internal sealed record PackagedFile(string Source, string? InSdist, string? InWheel)
{
    /// <summary>Its name in findings.</summary>
    public string Name => InSdist ?? InWheel ?? Source;
}
