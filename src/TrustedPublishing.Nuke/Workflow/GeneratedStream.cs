using Nuke.Common.IO;

namespace TrustedPublishing.Nuke;

/// <summary>Where a generated file is written.</summary>
internal static class GeneratedStream
{
    /// <summary>The same bytes on every system: no CRLF where the platform would write it.</summary>
    public static StreamWriter Create(AbsolutePath file)
    {
        Directory.CreateDirectory(file.Parent);
        return new(File.Open(file, FileMode.Create)) { NewLine = "\n" };
    }
}
