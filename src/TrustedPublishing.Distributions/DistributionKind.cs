namespace TrustedPublishing.Distributions;

/// <summary>The two kinds of distributions that PyPI accepts.</summary>
public enum DistributionKind
{
    /// <summary>A source distribution, <c>.tar.gz</c> (PEP 625).</summary>
    Sdist,

    /// <summary>A wheel, <c>.whl</c> (PEP 427).</summary>
    Wheel,
}
