using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>A parameter of these components, as users write it.</summary>
/// <param name="Name">As in a parameters file: <c>PypiIndex</c>.</param>
/// <param name="Kind">What its text must be.</param>
/// <param name="IsSecret">Whether its value must not be shown.</param>
internal sealed partial record KnownParameter(string Name, ParameterKind Kind, bool IsSecret = false)
{
    /// <summary>As on the command line: <c>--pypi-index</c>.</summary>
    public string Option => $"--{string.Join('-', Words()).ToLowerInvariant()}";

    /// <summary>As a variable: <c>PYPI_INDEX</c>.</summary>
    public string Variable => string.Join('_', Words()).ToUpperInvariant();

    private IEnumerable<string> Words() => Humps().Matches(Name).Select(word => word.Value);

    /// <summary>NUKE keeps some names together; of those, only this one occurs here.</summary>
    [GeneratedRegex("GitHub|[A-Z][a-z0-9]*")]
    private static partial Regex Humps();
}
