using TrustedPublishing.Nuke.Parameters;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>Rules for the addresses of an index, each by itself; <see cref="Destinations"/> decides whether they fit each other.</summary>
internal static class AddressRules
{
    private static readonly PackageIndex Other = PackageIndex.Parse("https://index.example.com/");

    /// <summary>One or several, separated.</summary>
    public static string? Indexes(string value)
    {
        var names = value.Split(Destinations.Separator, StringSplitOptions.TrimEntries);
        return names.Contains("") ? Destinations.EmptyPlace(value)
            : names.Select(name => Complaint(() => PackageIndex.Parse(name), name)).FirstOrDefault(complaint => complaint is not null);
    }

    /// <summary>One for each index, or nothing where the default is right.</summary>
    public static string? Simple(string value)
    {
        var addresses = value.Split(Destinations.Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return addresses.Length == 0 ? $"{ParameterDiagnostics.Shown(value)} names no address: omit the parameter to use the default."
            : addresses.Select(address => Complaint(() => PackageIndex.Parse("pypi", address), address)).FirstOrDefault(complaint => complaint is not null);
    }

    /// <summary>A name without a dot is mostly no host; one that is can be given with its scheme.</summary>
    public static string? FileHost(string value) => value.AsSpan().ContainsAny('.', ':') ? Complaint(() => Other.WithFileHosts(value), value)
        : $"{ParameterDiagnostics.Shown(value)} is not a host: write it as cdn.example.com, or as https://cdn.example.com:8443.";

    private static string? Complaint(Func<PackageIndex> read, string given)
    {
        try
        {
            _ = read();
            return null;
        }
        catch (ArgumentException exception)
        {
            return Destinations.Unusable(exception, given);
        }
    }
}
