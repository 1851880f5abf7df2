namespace TrustedPublishing.Distributions.Rules;

/// <summary>The finding of one rule, before it is known which rule's message the index would show.</summary>
/// <param name="Field">The form field concerned; findings of later stages about the same field are dropped. Empty for none.</param>
/// <param name="Key">The name by which the server sorts the findings of one stage.</param>
/// <param name="Text">PyPI's complete message.</param>
/// <param name="Remedy">What to change.</param>
/// <param name="Severity">A warning if the rule is based on outdated data.</param>
internal sealed record RuleFinding(string Field, string Key, string Text, string Remedy, FindingSeverity Severity = FindingSeverity.Error)
{
    /// <summary>What to change in a marker on which the server fails.</summary>
    public const string PlainMarker = "Write the marker on one line, its values without backslashes: for example python_version < \"3.12\".";

    /// <summary>Whether the server fails with status 500 instead; this precedes everything else in its stage.</summary>
    public bool ServerFails { get; init; }

    /// <summary>Whether it is a policy of PyPI beyond the specification.</summary>
    public bool IsPolicy { get; init; }
}
