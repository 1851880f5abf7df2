using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>A parameter of these components, as written by users.</summary>
/// <param name="Name">Its name in a parameters file: <c>PypiIndex</c>.</param>
/// <param name="Kind">The type of its value.</param>
/// <param name="IsSecret">Whether its value must not be shown.</param>
internal sealed partial record KnownParameter(string Name, ParameterKind Kind, bool IsSecret = false)
{
    /// <summary>What its text must be beyond its kind.</summary>
    public ValueRule Rule { get; init; } = (_, _) => null;

    /// <summary>Its name on the command line: <c>--pypi-index</c>.</summary>
    public string Option => $"--{string.Join('-', Words()).ToLowerInvariant()}";

    /// <summary>Its name as an environment variable: <c>PYPI_INDEX</c>.</summary>
    public string Variable => string.Join('_', Words()).ToUpperInvariant();

    private IEnumerable<string> Words() => Humps().Matches(Name).Select(word => word.Value);

    /// <summary>NUKE does not split some names; this is the only such name here.</summary>
    [GeneratedRegex("GitHub|[A-Z][a-z0-9]*")]
    private static partial Regex Humps();
}
