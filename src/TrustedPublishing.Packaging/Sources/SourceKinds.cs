using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>What a file's name reveals about building.</summary>
internal static partial class SourceKinds
{
    /// <summary>
    /// Sources of extension modules, and built ones: both belong in platform-specific wheels. Plain libraries may be data for all platforms.
    /// </summary>
    public static bool NeedsBuild(string path) => Source().IsMatch(path) || ExtensionModule().IsMatch(path);

    [GeneratedRegex(@"\.(?:pyx|pxd|pxi|c|cc|cpp|cxx|f|f90|rs|i)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"\.pyd\z|\.(?:cpython-[^/]*|abi3|pypy[^/]*)\.so\z")]
    private static partial Regex ExtensionModule();
}
