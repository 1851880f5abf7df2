using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The differences between build backends in how they treat licences.</summary>
internal sealed record LicensePolicy
{
    /// <summary>The default patterns for projects without <c>license-files</c>.</summary>
    public IReadOnlyList<string> Usual { get; init; } = ["LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*"];

    /// <summary>The pattern syntax: PEP 639 has sets, and <c>**</c> for any number of folders.</summary>
    public GlobRules Rules { get; init; } = GlobRules.Sets;

    /// <summary>Whether METADATA lists the files found by default too, and not only those of <c>license-files</c>.</summary>
    public bool ListsUsual { get; init; } = true;

    /// <summary>Whether the file of <c>license = {file = …}</c> is treated as a licence file.</summary>
    public bool ShipsTableFile { get; init; }

    /// <summary>Whether the default patterns are also applied if that file is given.</summary>
    public bool LooksBesideTableFile { get; init; } = true;

    /// <summary>Whether <c>license-files</c> may be a table of <c>globs</c> or <c>paths</c>, as in an early draft of PEP 639.</summary>
    public bool TakesTableOfFiles { get; init; }

    /// <summary>
    /// Whether licence classifiers are allowed together with an expression. PEP 639 requires tools to reject this, and three of the backends do; the
    /// index accepts it.
    /// </summary>
    public bool TakesClassifiers { get; init; }

    /// <summary>Whether the table's text becomes the <c>License</c> field.</summary>
    public bool WritesTableText { get; init; } = true;
}
