namespace TrustedPublishing.Nuke;

/// <summary>What was seen elsewhere, or why it could not be looked at. A null value that was seen means that it does not exist.</summary>
internal sealed record Looked<T>
    where T : class
{
    private Looked(T? value, string? whyNot) => (Value, WhyNot) = (value, whyNot);

    public T? Value { get; }

    public string? WhyNot { get; }

    public static Looked<T> Seen(T? value) => new(value, null);

    public static Looked<T> Not(string why) => new(null, why);
}
