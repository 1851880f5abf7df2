using System.Text.RegularExpressions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>The files next to <c>pyproject.toml</c> in which setuptools projects keep instructions.</summary>
internal static partial class SetuptoolsStubs
{
    public static void Check(ProjectFolder folder, FindingList complaints)
    {
        Check("setup.py", text => !EmptySetup().IsMatch(text));
        Check("setup.cfg", text => Sections().IsMatch(Licenses().Replace(text, "")));

        void Check(string name, Func<string, bool> isInstruction)
        {
            if (folder.HasFile(name) && isInstruction(TextFiles.ReadUtf8(folder.Absolute(name)) ?? "?"))
            {
                complaints.Add(Diagnostics.SetuptoolsFile(name));
            }
        }
    }

    /// <summary>
    /// The stub that old versions of pip required: imports, comments, a <c>setup()</c> call with at most a name, which <c>[project]</c> overrides,
    /// and a check that rejects old Python versions, which does not affect the result.
    /// </summary>
    [GeneratedRegex(
        """
        \A(?>
            \s | \#[^\n]* | import\s+setuptools\b | from\s+setuptools\s+import\s+setup\b
            | (?:setuptools\.)?setup\(\s*(?:name\s*=\s*["'][\w.-]+["']\s*,?\s*)?\) | if\s+__name__\s*==\s*["']__main__["']\s*:
            | import\s+sys\b | if\s+sys\.version_info\s*<\s*\([\d,\s]*\)\s*: | sys\.(?:stderr\.write|exit)\((?:\d+|"[^"\n\\]*(?:\\n)?"|\s*)\)
        )*\z
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex EmptySetup();

    /// <summary>The licence file patterns in <c>setup.cfg</c>; null if there are none.</summary>
    public static IReadOnlyList<string>? LicenseFiles(ProjectFolder folder)
    {
        var text = folder.HasFile("setup.cfg") ? TextFiles.ReadUtf8(folder.Absolute("setup.cfg")) : null;
        return text is not null && Licenses().Match(text) is { Success: true } match
            ? [.. match.Groups["patterns"].Value.Split(',', '\n').Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0)]
            : null;
    }

    /// <summary>The only entry of <c>[metadata]</c> that older projects keep in addition to a <c>[project]</c> table.</summary>
    [GeneratedRegex(@"^\[metadata\][ \t]*\n(?:\s*[#;][^\n]*\n)*license_files?[ \t]*=(?<patterns>[^\n]*(?:\n[ \t]+[^\n]+)*)\s*(?=\[|\z)", RegexOptions.Multiline)]
    private static partial Regex Licenses();

    /// <summary>Metadata, options of commands that build distributions, and a version tag other than the empty one that every sdist has.</summary>
    [GeneratedRegex(
        @"^\[(?:metadata|options[^\]]*|bdist_wheel|build|build_py|build_ext|sdist|files|global)\]|^tag_build[ \t]*=[ \t]*[^\s]|^tag_date[ \t]*=[ \t]*[^0\s]",
        RegexOptions.Multiline)]
    private static partial Regex Sections();
}
