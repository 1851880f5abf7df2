using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>Reads computed values from PKG-INFO if the project is an unpacked sdist.</summary>
internal static class FromSdist
{
    public static void Complete(ProjectTable project, ProjectTree tree, IEnumerable<string> keys)
    {
        if (!tree.HasFile("PKG-INFO") || project.Find("dynamic") is not { } place || Read(tree.Folder.Absolute("PKG-INFO")) is not { } metadata)
        {
            return;
        }

        foreach (var key in keys.Where(project.IsDynamic))
        {
            if (Value(metadata, key, place) is { } value)
            {
                project.Supply(key, value);
            }
        }
    }

    private static CoreMetadata? Read(string path)
    {
        try
        {
            using var content = TextFiles.Opened(path, () => File.OpenRead(path));
            return CoreMetadata.Parse(content);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static TomlNode? Value(CoreMetadata metadata, string key, TomlNode place) => key switch
    {
        "version" => metadata.Get("Version") is { } version ? place.With(version) : null,
        "description" => metadata.Get("Summary") is { } summary ? place.With(summary) : null,
        "requires-python" => metadata.Get("Requires-Python") is { } python ? place.With(python) : null,
        "keywords" => metadata.Get("Keywords") is { } keywords ? place.With(keywords.Split(',')) : null,
        "classifiers" => metadata.GetAll("Classifier").ToList() is { Count: > 0 } classifiers ? place.With(classifiers) : null,
        "urls" => metadata.GetAll("Project-URL").ToList() is { Count: > 0 } urls ? place.With(urls.Select(url => Url(place, url)).DistinctBy(url => url.Key)) : null,
        "readme" => metadata.Get("Description") is { } text ? place.With(Readme(metadata, place, text)) : null,
        _ => null,
    };

    private static KeyValuePair<string, TomlNode> Url(TomlNode place, string url) =>
        KeyValuePair.Create(url.Split(',')[0].Trim(), place.With(url[(url.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim()));

    private static IEnumerable<KeyValuePair<string, TomlNode>> Readme(CoreMetadata metadata, TomlNode place, string text) =>
    [
        KeyValuePair.Create("text", place.With(text)),
        KeyValuePair.Create("content-type", place.With(metadata.Get("Description-Content-Type") ?? "text/plain")),
    ];
}
