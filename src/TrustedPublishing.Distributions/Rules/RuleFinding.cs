namespace TrustedPublishing.Distributions.Rules;

/// <summary>What one rule found, before it is known which rule's complaint the index would show.</summary>
/// <param name="Field">The form field it concerns, with which complaints of later stages about the same field are dropped; empty for none.</param>
/// <param name="Key">The name by which the server sorts complaints of one stage.</param>
/// <param name="Text">PyPI's text, complete.</param>
/// <param name="Remedy">What to change.</param>
/// <param name="Severity">A warning where the rule rests on outdated data.</param>
internal sealed record RuleFinding(string Field, string Key, string Text, string Remedy, FindingSeverity Severity = FindingSeverity.Error)
{
    /// <summary>Whether the server fails at it instead, with status 500: that comes before anything else in its stage.</summary>
    public bool ServerFails { get; init; }
}
