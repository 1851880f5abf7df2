namespace TrustedPublishing.Nuke.GitHub;

/// <summary>The result of a lookup, or why it failed. A successful lookup with a null value means that the item does not exist.</summary>
internal sealed record LookupResult<T>
    where T : class
{
    private LookupResult(T? value, string? whyNot) => (Value, WhyNot) = (value, whyNot);

    public T? Value { get; }

    public string? WhyNot { get; }

    public static LookupResult<T> Seen(T? value) => new(value, null);

    public static LookupResult<T> Not(string why) => new(null, why);
}
