namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>Something measured that is no release.</summary>
/// <param name="Name">By which it can be chosen.</param>
/// <param name="Text">What it is.</param>
/// <param name="Unit">As it stands behind the value.</param>
/// <param name="Value">Null: not measured.</param>
/// <param name="Detail">From what the value comes, or why there is none.</param>
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
