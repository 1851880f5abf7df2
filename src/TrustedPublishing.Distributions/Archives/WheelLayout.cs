namespace TrustedPublishing.Distributions.Archives;

/// <summary>Where a wheel's own files have to be: in a folder spelled as the file name begins (PEP 427), not as it would be normalised.</summary>
internal sealed record WheelLayout(string Stem)
{
    private string Folder => $"{Stem}.dist-info";

    public string Wheel => $"{Folder}/WHEEL";

    public string Metadata => $"{Folder}/METADATA";

    public string Record => $"{Folder}/RECORD";

    public string EntryPoints => $"{Folder}/entry_points.txt";

    /// <summary>The layout for a file name, or null when the name has fewer than three parts.</summary>
    public static WheelLayout? Of(string fileName) => fileName.Split('-', 3) is [var name, var version, _] ? new($"{name}-{version}") : null;

    public string License(string file) => $"{Folder}/licenses/{file}";

    /// <summary>Whether RECORD leaves a member out: signatures of RECORD itself.</summary>
    public bool IsUnrecorded(string member) => member == $"{Record}.jws" || member == $"{Record}.p7s";
}
