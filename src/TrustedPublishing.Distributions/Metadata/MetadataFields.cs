using System.Globalization;

namespace TrustedPublishing.Distributions.Metadata;

/// <summary>
/// The fields of core metadata 1.0 to 2.5, in the order in which they are sent. The form field names are those of the legacy upload API: only
/// <c>classifiers</c> and <c>project_urls</c> are plural (<see href="https://docs.pypi.org/api/upload/"/>).
/// </summary>
internal static class MetadataFields
{
    public static IReadOnlyList<MetadataField> All { get; } =
    [
        Single("metadata-version", "1.0"),
        Single("name", "1.0"),
        Single("version", "1.0"),
        Single("summary", "1.0"),
        Single("description", "1.0"),
        Single("description-content-type", "2.1"),
        Single("keywords", "1.0"),
        Single("home-page", "1.0"),
        Single("download-url", "1.1"),
        Repeated("project-url", "1.2", "project_urls"),
        Single("author", "1.0"),
        Single("author-email", "1.0"),
        Single("maintainer", "1.2"),
        Single("maintainer-email", "1.2"),
        Single("license", "1.0"),
        Single("license-expression", "2.4"),
        Repeated("license-file", "2.4"),
        Repeated("classifier", "1.1", "classifiers"),
        Repeated("platform", "1.0"),
        Repeated("supported-platform", "1.1"),
        Single("requires-python", "1.2"),
        Repeated("requires-dist", "1.2"),
        Repeated("requires-external", "1.2"),
        Repeated("provides-extra", "2.1"),
        Repeated("provides-dist", "1.2"),
        Repeated("obsoletes-dist", "1.2"),
        Repeated("requires", "1.1"),
        Repeated("provides", "1.1"),
        Repeated("obsoletes", "1.1"),
        Repeated("dynamic", "2.2"),
        Repeated("import-name", "2.5"),
        Repeated("import-namespace", "2.5"),
    ];

    /// <summary>The metadata versions that exist, oldest first; 2.0 was withdrawn.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"];

    private static int NewestMinor { get; } = int.Parse(Versions[^1].Split('.')[1], CultureInfo.InvariantCulture);

    /// <summary>The position of a metadata version in that list, or -1.</summary>
    public static int AgeOf(string? version) => version is null ? -1 : Versions.ToList().IndexOf(version);

    /// <summary>Whether a metadata version is 2.x and newer than the newest in that list. Such a version adds fields and changes none.</summary>
    public static bool IsNewerMinor(string? version) =>
        version is ['2', '.', .. var minor] && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > NewestMinor;

    /// <summary>A field that is in no version of that list.</summary>
    public static MetadataField Unknown(string header) => new(header.Replace('-', '_'), header, "", true);

    public static MetadataField FromHeader(string header) => All.First(field => field.Header == header);

    private static MetadataField Single(string header, string since) => new(header.Replace('-', '_'), header, since, false);

    private static MetadataField Repeated(string header, string since, string? form = null) =>
        new(form ?? header.Replace('-', '_'), header, since, true);
}
