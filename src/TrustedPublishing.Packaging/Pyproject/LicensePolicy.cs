using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>What the build backends do differently with licences.</summary>
internal sealed record LicensePolicy
{
    /// <summary>Looked for in projects without <c>license-files</c>.</summary>
    public IReadOnlyList<string> Usual { get; init; } = ["LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*"];

    /// <summary>How patterns are read: PEP 639 has sets, and <c>**</c> for any number of folders.</summary>
    public GlobRules Rules { get; init; } = GlobRules.Sets;

    /// <summary>Whether METADATA lists the usual files too, and not only those of <c>license-files</c>.</summary>
    public bool ListsUsual { get; init; } = true;

    /// <summary>Whether the file of <c>license = {file = …}</c> is a licence file like the others.</summary>
    public bool ShipsTableFile { get; init; }

    /// <summary>Whether the usual files are looked for beside that file.</summary>
    public bool LooksBesideTableFile { get; init; } = true;

    /// <summary>Whether <c>license-files</c> may be a table of <c>globs</c> or <c>paths</c>, as an early draft of PEP 639 had it.</summary>
    public bool TakesTableOfFiles { get; init; }

    /// <summary>
    /// Whether classifiers of licences may stand beside an expression. PEP 639 wants tools to refuse that, and three of the backends do; the
    /// index takes it.
    /// </summary>
    public bool TakesClassifiers { get; init; }

    /// <summary>Whether the table's text is the field <c>License</c>.</summary>
    public bool WritesTableText { get; init; } = true;
}
