using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>The core metadata specification as enforced by the packaging library (26.2), with one finding per field.</summary>
internal static partial class SpecificationRules
{
    /// <summary>The day on which PyPI was known to accept <see cref="MetadataFields.Versions"/>.</summary>
    private static readonly DateTimeOffset VersionsAsOf = new(2026, 8, 21, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<MetadataInput, IEnumerable<RuleFinding>>> Rules = new()
    {
        ["version"] = Version,
        ["summary"] = Summary,
        ["description-content-type"] = input => ContentTypeRules.Check(input.Single("description-content-type")!),
        ["dynamic"] = input => input.All("dynamic").SelectMany(DynamicRules.OfSpecification).Take(1),
        ["provides-extra"] = Extra,
        ["requires-python"] = RequiresPython,
        ["requires-dist"] = RequiresDist,
        ["license-expression"] = License,
        ["license-file"] = input => input.All("license-file").SelectMany(LicenseFileRules.Check).Take(1),
        ["import-name"] = input => input.All("import-name").SelectMany(value => ImportNameRules.Check("import-name", value)).Take(1),
        ["import-namespace"] = input => input.All("import-namespace").SelectMany(value => ImportNameRules.Check("import-namespace", value)).Take(1),
    };

    public static IEnumerable<RuleFinding> Check(MetadataInput input, DateTimeOffset? now)
    {
        var declared = input.Single("metadata-version");
        var age = MetadataFields.AgeOf(declared);
        if (age < 0)
        {
            yield return MetadataVersion(declared, now);
        }

        foreach (var field in MetadataFields.All.Where(field => IsJudged(field, input.Values(field)?.Count)))
        {
            var since = MetadataFields.AgeOf(field.Since);
            IEnumerable<RuleFinding> found = age >= 0 && since > age ? [TooNew(field, declared!)]
                : Rules.TryGetValue(field.Header, out var rule) ? rule(input)
                : [];
            foreach (var complaint in found)
            {
                yield return complaint;
            }
        }
    }

    /// <summary>The version is required; an invalid repetition was already reported.</summary>
    private static bool IsJudged(MetadataField field, int? count) => count is null ? field.Header == "version" : count == 1 || field.Repeats;

    private static RuleFinding MetadataVersion(string? declared, DateTimeOffset? now) => MetadataFinding.OfSpecification("metadata-version",
        $"{PythonText.Repr(declared)} is not a valid metadata version",
        declared is null ? "The archive's metadata lacks Metadata-Version, or does not begin with it; build the distribution again with a maintained build backend."
            : $"Let the build backend write metadata version {MetadataFields.Versions[^1]} or older.",
        MetadataFields.IsNewerMinor(declared) ? DatedList.SeverityOf(VersionsAsOf, now) : FindingSeverity.Error);

    private static RuleFinding TooNew(MetadataField field, string declared) => MetadataFinding.Create(field.Header,
        $"{field.Header} introduced in metadata version {field.Since}, not {declared}",
        $"Let the build backend write metadata version {field.Since} or later, or remove {field.Header}.");

    private static IEnumerable<RuleFinding> Version(MetadataInput input)
    {
        var version = input.Single("version") ?? "";
        if (version.Length == 0)
        {
            yield return MetadataFinding.OfSpecification("version", "'version' is a required field", "Give the project a version: [project] version in pyproject.toml.");
        }
        else if (PythonVersion.HasTooLongNumber(version))
        {
            yield return MetadataFinding.ServerFails("version", $"a number in it has more than {PythonVersion.MostDigits} digits, which Python cannot parse", "Use a version with fewer digits.");
        }
        else if (!PythonVersion.TryParse(version, out _))
        {
            yield return MetadataFinding.OfSpecification("version", Invalid(version, "version"), "Use a version that PEP 440 allows, for example 1.2.3, 1.2.3rc1 or 1.2.3.dev4.");
        }
    }

    private static IEnumerable<RuleFinding> Summary(MetadataInput input) => !input.Single("summary")!.Contains('\n', StringComparison.Ordinal) ? [] :
        [MetadataFinding.OfSpecification("summary", "'summary' must be a single line", "Write the summary ([project] description in pyproject.toml) on one line.")];

    private static IEnumerable<RuleFinding> Extra(MetadataInput input) =>
        from extra in input.All("provides-extra").Where(extra => !ProjectName.IsValid(extra)).Take(1)
        select MetadataFinding.OfSpecification("provides-extra", Invalid(extra, "provides-extra"), "Rename the extra: ASCII letters, digits, '.', '_' and '-', with a letter or digit at both ends.");

    private static IEnumerable<RuleFinding> RequiresPython(MetadataInput input)
    {
        var text = input.Single("requires-python")!;
        return VersionSpecifiers.TryParse(text, out _) ? [] :
            [MetadataFinding.OfSpecification("requires-python", Invalid(text, "requires-python"), "Write comparisons separated by commas, for example >=3.9,<4.")];
    }

    private static IEnumerable<RuleFinding> RequiresDist(MetadataInput input)
    {
        foreach (var text in input.All("requires-dist"))
        {
            if (Requirement.WhatFails(text) is { } what)
            {
                return [MetadataFinding.ServerFails("requires-dist", what, RuleFinding.PlainMarker)];
            }

            if (!Requirement.TryParse(text, out _, out var why))
            {
                return [MetadataFinding.OfSpecification("requires-dist", Invalid(text, "requires-dist"), $"Write the dependency as specified in PEP 508, for example foo>=1.2; python_version < \"3.12\". {why.Split('\n')[0]}.")];
            }
        }

        return [];
    }

    private static IEnumerable<RuleFinding> License(MetadataInput input)
    {
        var text = input.Single("license-expression")!;
        return LicenseExpression.TryNormalize(text, out _, out var why) ? []
            : LicenseExpression.TryNormalize(OwnLicenseOrLater().Replace(text, "$1"), out _, out _)
                ? [MetadataFinding.ServerFails("license-expression", "it contains a LicenseRef- with a plus, which PyPI looks up in its list of licences", "Remove the plus: a LicenseRef- names a single text.")]
            : [MetadataFinding.OfSpecification("license-expression", Invalid(text, "license-expression"), $"Use SPDX identifiers joined by AND, OR and WITH, for example MIT OR Apache-2.0. {why}.")];
    }

    [GeneratedRegex(@"(?<=\A|[\s()])(licenseref-[a-z0-9.-]+)\+(?=\z|[\s()])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnLicenseOrLater();

    private static string Invalid(string value, string header) => $"{PythonText.Repr(value)} is invalid for '{header}'";
}
