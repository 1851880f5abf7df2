namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>Authors or maintainers, split as core metadata requires.</summary>
/// <param name="Names">Those without an address, comma-separated; null for none.</param>
/// <param name="Emails">Those with an address as <c>Name &lt;address&gt;</c>, comma-separated; null for none.</param>
internal sealed record People(string? Names, string? Emails)
{
    public static readonly People None = new(null, null);
}
