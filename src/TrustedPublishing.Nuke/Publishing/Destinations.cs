using TrustedPublishing.Nuke.Parameters;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>The indexes of a run, in the order of publishing, each with its given audience.</summary>
internal static class Destinations
{
    /// <summary>The separator of several indexes, and of the values of other parameters for each index.</summary>
    public const char Separator = ';';

    /// <param name="indexes">The value of <c>--pypi-index</c>.</param>
    /// <param name="simple">The value of <c>--pypi-simple</c>; null for none.</param>
    /// <param name="audience">The value of <c>--pypi-audience</c>; null for none.</param>
    /// <param name="fileHosts">The values of <c>--pypi-file-hosts</c>, for indexes other than PyPI.</param>
    /// <exception cref="Failure">A value is invalid, or they contradict each other.</exception>
    public static IReadOnlyList<(PackageIndex Index, string? Audience)> Parse(string indexes, string? simple, string? audience, IReadOnlyList<string> fileHosts)
    {
        var names = indexes.Split(Separator, StringSplitOptions.TrimEntries);
        if (names.Contains(""))
        {
            throw new Failure($"--pypi-index {EmptyPlace(indexes)}");
        }

        var (simples, audiences) = (Each("--pypi-simple", simple, names.Length), Each("--pypi-audience", audience, names.Length));
        (PackageIndex Index, string? Audience)[] found = [.. names.Select((name, place) => (Index(name, simples[place], fileHosts), audiences[place]))];
        return found.GroupBy(destination => destination.Index.UploadUrl).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new Failure($"--pypi-index {ParameterDiagnostics.Shown(indexes)} names {twice.First().Index.Name} {twice.Count()} times: name each index once.")
            : found;
    }

    /// <summary>The rest of a sentence about several indexes, one of which is missing.</summary>
    public static string EmptyPlace(string indexes) => $"{ParameterDiagnostics.Shown(indexes)} has an empty entry next to a '{Separator}': write the indexes one after the other, as in 'testpypi;pypi'.";

    /// <summary>The rest of a sentence about an address.</summary>
    public static string Unusable(ArgumentException exception, string given) =>
        $"cannot be used: {OptionText.Describe(exception)}{(given.AsSpan().ContainsAny(',', ' ') ? $" Separate several indexes by '{Separator}'." : "")}";

    /// <summary>The value for each index: with one index, the value itself; otherwise one value per index, where empty means the default.</summary>
    private static string?[] Each(string option, string? text, int count)
    {
        var values = text is null ? new string?[count] : count == 1 ? [text] : text.Split(Separator, StringSplitOptions.TrimEntries);
        return values.Length == count
            ? [.. values.Select(value => value is { Length: > 0 } ? value : null)]
            : throw new Failure($"{option} {ParameterDiagnostics.Shown(text!)} has {values.Length} {(values.Length == 1 ? "value" : "values")} and --pypi-index has {count}: give one for each index, in the same order, separated by '{Separator}'; leave an entry empty to use its default.");
    }

    private static PackageIndex Index(string name, string? simple, IReadOnlyList<string> fileHosts)
    {
        try
        {
            var index = PackageIndex.Parse(name, simple);
            return index.IsPyPI ? index : index.WithFileHosts(fileHosts);
        }
        catch (ArgumentException exception)
        {
            throw new Failure($"--pypi-{(exception.ParamName == "hosts" ? "file-hosts" : exception.ParamName)} {Unusable(exception, name)}", exception);
        }
    }
}
