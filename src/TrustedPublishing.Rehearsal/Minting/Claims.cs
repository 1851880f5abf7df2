using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The claims of an identity token.</summary>
internal sealed class Claims(JsonObject claims)
{
    /// <summary>Whether the claim exists and is not null.</summary>
    public bool Has(string name) => claims[name] is not null;

    /// <summary>Whether the claim is a string or absent: the server fails with status 500 when it compares another type with a string.</summary>
    public bool IsTextOrAbsent(string name) => claims[name] is not { } claim || claim.GetValueKind() is JsonValueKind.String;

    /// <summary>The claim as a string; null if it is absent or of another type.</summary>
    public string? Text(string name) => claims[name] is { } claim && claim.GetValueKind() is JsonValueKind.String ? claim.GetValue<string>() : null;

    /// <summary>The claim for display: a string as it is, anything else as JSON; null if it is absent.</summary>
    public string? Shown(string name) => Text(name) ?? claims[name]?.ToJsonString();

    /// <summary>The claim as an integer, from a number or a string as accepted by Python's <c>int()</c>; otherwise null.</summary>
    public long? Number(string name) => claims[name] switch
    {
        { } claim when claim.GetValueKind() is JsonValueKind.Number => (long)claim.GetValue<double>(),
        { } claim when claim.GetValueKind() is JsonValueKind.String && long.TryParse(claim.GetValue<string>(), out var number) => number,
        _ => null,
    };

    /// <summary>Whether the claim is <c>true</c>, or 1, which is equal in Python.</summary>
    public bool IsTrue(string name) => claims[name] is { } claim && claim.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => claim.GetValue<double>() == 1.0,
        _ => false,
    };
}
