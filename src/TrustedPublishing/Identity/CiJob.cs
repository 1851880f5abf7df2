namespace TrustedPublishing.Identity;

/// <summary>The CI job that requests an identity token.</summary>
/// <param name="Environment">Its environment variables.</param>
/// <param name="Time">The clock.</param>
/// <param name="OnSecret">Called for each secret before it is used.</param>
internal sealed record CiJob(IReadOnlyDictionary<string, string> Environment, TimeProvider Time, Action<Secret>? OnSecret)
{
    /// <summary>The value of a variable, or null if it is unset or empty.</summary>
    public string? Variable(string name) => Environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>CI systems set exactly <c>true</c>; values that people set by hand (<c>1</c>, <c>TRUE</c>, <c>yes</c>) do not count.</summary>
    public bool IsOn(string variable) => Variable(variable) == "true";
}
