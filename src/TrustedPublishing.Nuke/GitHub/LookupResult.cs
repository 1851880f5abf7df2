namespace TrustedPublishing.Nuke.GitHub;

/// <summary>What was seen elsewhere, or why it could not be looked at. A null value that was seen means that it does not exist.</summary>
internal sealed record LookupResult<T>
    where T : class
{
    private LookupResult(T? value, string? whyNot) => (Value, WhyNot) = (value, whyNot);

    public T? Value { get; }

    public string? WhyNot { get; }

    public static LookupResult<T> Seen(T? value) => new(value, null);

    public static LookupResult<T> Not(string why) => new(null, why);
}
