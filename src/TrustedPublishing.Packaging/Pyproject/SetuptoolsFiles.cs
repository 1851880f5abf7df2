using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The files beside <c>pyproject.toml</c> in which setuptools projects keep instructions.</summary>
internal static partial class SetuptoolsFiles
{
    public static void Check(ProjectFolder folder, FindingList complaints)
    {
        Check("setup.py", text => !EmptySetup().IsMatch(text));
        Check("setup.cfg", text => Sections().IsMatch(text));
        Check("MANIFEST.in", text => ManifestExclusions().IsMatch(text));

        void Check(string name, Func<string, bool> isInstruction)
        {
            if (folder.HasFile(name) && isInstruction(TextFiles.ReadUtf8(folder.Absolute(name)) ?? "?"))
            {
                complaints.Add(Diagnostics.SetuptoolsFile(name));
            }
        }
    }

    /// <summary>The stub that old versions of pip wanted: imports, comments, and <c>setup()</c> without arguments.</summary>
    [GeneratedRegex(
        """
        \A(?>
            \s | \#[^\n]* | import\s+setuptools\b | from\s+setuptools\s+import\s+setup\b
            | (?:setuptools\.)?setup\(\s*\) | if\s+__name__\s*==\s*["']__main__["']\s*:
        )*\z
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex EmptySetup();

    [GeneratedRegex(@"^\[(?:metadata|options[^\]]*)\]", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"^\s*(?:exclude|recursive-exclude|global-exclude|prune)\s", RegexOptions.Multiline)]
    private static partial Regex ManifestExclusions();
}
