namespace TrustedPublishing.Testing.Archives;

/// <summary>A small, valid source distribution, in which tests change one thing.</summary>
public static class TestSdist
{
    /// <summary>The file name.</summary>
    public const string FileName = "greeter-1.0.tar.gz";

    /// <summary>The top folder.</summary>
    public const string Folder = "greeter-1.0";

    /// <summary>The file.</summary>
    public static byte[] Bytes() => Start().End().Compressed();

    /// <summary>All members, to which more can be added before <see cref="TarForge.End"/>.</summary>
    public static TarForge Start() => new TarForge()
        .File($"{Folder}/PKG-INFO", TestWheel.Metadata)
        .File($"{Folder}/greeter/__init__.py", "def greet(): return 'Hello'\n");
}
