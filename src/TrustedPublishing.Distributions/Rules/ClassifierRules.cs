using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// Classifiers must be on PyPI's list and not deprecated. <c>Private ::</c> is on no list, so that private projects cannot be uploaded by mistake.
/// </summary>
internal static class ClassifierRules
{
    /// <summary>
    /// PyPI adds classifiers several times a year, so a classifier that is missing from an older list may be valid. A deprecated one stays
    /// deprecated.
    /// </summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(60);

    public static IEnumerable<RuleFinding> Check(IReadOnlyList<string> classifiers, DateTimeOffset? now)
    {
        string[] distinct = [.. classifiers.Distinct().Order(StringComparer.Ordinal)];
        return
        [
            .. distinct.Where(classifier => !ClassifierList.All.Contains(classifier)).Select(classifier => Unknown(classifier, DatedList.SeverityOf(ClassifierList.Date, now, Fresh))),
            .. distinct.Where(ClassifierList.Deprecated.ContainsKey).Select(classifier => Deprecated(classifier, ClassifierList.Deprecated[classifier])),
        ];
    }

    private static RuleFinding Unknown(string classifier, FindingSeverity severity)
    {
        var isPrivate = classifier.StartsWith("Private ::", StringComparison.OrdinalIgnoreCase);
        var remedy = isPrivate ? "The project is marked as private. Remove the classifier only if it is meant to be public."
            : ClassifierList.Nearest(classifier) is { } nearest ? $"Did you mean '{nearest}'? All classifiers: https://pypi.org/classifiers/"
            : "Choose a classifier from https://pypi.org/classifiers/, or remove this one.";
        var since = severity == FindingSeverity.Warning && !isPrivate ? $" This library has the list of {ClassifierList.Date:yyyy-MM-dd}; PyPI may have added the classifier since." : "";
        return MetadataFinding.Create("classifier", $"{PythonText.Repr(classifier)} is not a valid classifier.", remedy + since, isPrivate ? FindingSeverity.Error : severity);
    }

    private static RuleFinding Deprecated(string classifier, string[] replacements) => replacements.Length > 0
        ? MetadataFinding.Create("classifier", $"The classifier {PythonText.Repr(classifier)} has been deprecated, use one of {PythonText.Repr(replacements)} instead.",
            $"Replace it with {string.Join(" or ", replacements.Select(replacement => $"'{replacement}'"))}.")
        : MetadataFinding.Create("classifier", $"The classifier {PythonText.Repr(classifier)} has been deprecated.", "Drop the classifier.");
}
