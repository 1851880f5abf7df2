namespace TrustedPublishing.Testing.Archives;

/// <summary>
/// Distributions with one error each, and PyPI's verdict: the preflight and the embedded index are tested with the same rows. The verdicts were
/// obtained from the server's own code (pypi/warehouse, 2026-08, on Python 3.14).
/// </summary>
public static class ArchiveCases
{
    /// <summary>All rows.</summary>
    public static IReadOnlyList<ArchiveCase> All { get; } =
        [.. WheelCases.All, .. EntryPointCases.All, .. ZipFramingCases.All, .. Zip64Cases.All, .. SdistCases.All, .. TarCases.All];

    /// <summary>The row with a name, which is unique.</summary>
    public static ArchiveCase Named(string name) => All.Single(each => each.Name == name);

    internal static string Invalid(string reason) => $"Invalid distribution file. {reason}";

    internal static string Fatal(string detail) => $"PyPI's server fails on this archive with status 500 (Internal Server Error): {detail}.";

    internal static string Framing(string detail) =>
        Invalid($"ZIP archive not accepted: {detail}. See https://docs.pypi.org/archives for more information");

    internal static ArchiveCase Wheel(string name, Func<byte[]> content, string? refusal = null) => new($"wheel: {name}", TestWheel.FileName, content, refusal);

    internal static ArchiveCase Wheel(string name, IEnumerable<ZipPart> parts, string? refusal = null) => Wheel(name, () => ZipForge.Pack(parts), refusal);

    internal static ArchiveCase Sdist(string name, Func<TarForge> content, string? refusal = null) =>
        new($"sdist: {name}", TestSdist.FileName, () => content().Compressed(), refusal);
}
