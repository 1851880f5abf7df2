namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>A measured value that is not about a release.</summary>
/// <param name="Name">The name by which it can be selected.</param>
/// <param name="Text">Its description.</param>
/// <param name="Unit">The unit after the value.</param>
/// <param name="Value">Null: not measured.</param>
/// <param name="Detail">How the value was obtained, or why there is none.</param>
internal sealed record Figure(string Name, string Text, string Unit, double? Value, string Detail)
{
    public const string FirstByte = "first byte";
    public const string InspectionTime = "inspection time";
    public const string InspectionMemory = "inspection memory";
    public const string NukeLayer = "NUKE layer";
    public const string PackTime = "pack time";
    public const string PackMemory = "pack memory";
    public const string PackTogether = "pack together";
}
