using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The claims of an identity token.</summary>
internal sealed class Claims(JsonObject claims)
{
    /// <summary>Whether the claim is there and not null.</summary>
    public bool Has(string name) => claims[name] is not null;

    /// <summary>Whether the claim, if it is there, is a string: the server fails with 500 where it compares another type with a text.</summary>
    public bool IsTextOrAbsent(string name) => claims[name] is not { } claim || claim.GetValueKind() is JsonValueKind.String;

    /// <summary>The claim as text; null when it is absent or something else.</summary>
    public string? Text(string name) => claims[name] is { } claim && claim.GetValueKind() is JsonValueKind.String ? claim.GetValue<string>() : null;

    /// <summary>The claim as people read it: a text as it is, anything else as JSON; null when it is absent.</summary>
    public string? Shown(string name) => Text(name) ?? claims[name]?.ToJsonString();

    /// <summary>The claim as a whole number, from a number or its text as Python's <c>int()</c> takes both; otherwise null.</summary>
    public long? Number(string name) => claims[name] switch
    {
        { } claim when claim.GetValueKind() is JsonValueKind.Number => (long)claim.GetValue<double>(),
        { } claim when claim.GetValueKind() is JsonValueKind.String && long.TryParse(claim.GetValue<string>(), out var number) => number,
        _ => null,
    };

    /// <summary>Whether the claim is <c>true</c>, or 1, which Python takes for the same.</summary>
    public bool IsTrue(string name) => claims[name] is { } claim && claim.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => claim.GetValue<double>() == 1.0,
        _ => false,
    };
}
