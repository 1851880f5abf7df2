namespace TrustedPublishing.Testing.Archives;

/// <summary>Valid archives for any file name, so that only the name is checked. Each name has different content.</summary>
public static class NamedFiles
{
    /// <summary>A wheel, a ZIP or a compressed tar archive, depending on the extension.</summary>
    public static byte[] Content(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName.EndsWith(".whl", StringComparison.Ordinal) ? Wheel(fileName)
            : fileName.EndsWith(".zip", StringComparison.Ordinal) ? ZipForge.Pack(new("a/PKG-INFO", TestWheel.Metadata), new("a/name", fileName))
            : TestSdist.Start().File($"{TestSdist.Folder}/name", fileName).End().Compressed();
    }

    private static byte[] Wheel(string fileName)
    {
        var folder = $"{string.Join('-', fileName.Split('-').Take(2))}.dist-info";
        return ZipForge.Pack(
            new("name", fileName),
            new($"{folder}/METADATA", TestWheel.Metadata),
            new($"{folder}/WHEEL", "Wheel-Version: 1.0\n"),
            new($"{folder}/RECORD", $"name,,\n{folder}/METADATA,,\n{folder}/WHEEL,,\n{folder}/RECORD,,\n"));
    }
}
