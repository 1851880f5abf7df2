using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// If <c>[project]</c> has no classifiers, poetry-core adds those of the Python versions and the licence to <c>tool.poetry.classifiers</c>.
/// </summary>
internal static class PoetryClassifiers
{
    private static readonly string[] Pythons = ["2.7", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"];

    private static readonly Dictionary<string, string> Licenses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MIT"] = "OSI Approved :: MIT License",
        ["Apache-2.0"] = "OSI Approved :: Apache Software License",
        ["BSD-2-Clause"] = "OSI Approved :: BSD License",
        ["BSD-3-Clause"] = "OSI Approved :: BSD License",
        ["GPL-2.0-only"] = "OSI Approved :: GNU General Public License v2 (GPLv2)",
        ["GPL-2.0-or-later"] = "OSI Approved :: GNU General Public License v2 or later (GPLv2+)",
        ["GPL-3.0-only"] = "OSI Approved :: GNU General Public License v3 (GPLv3)",
        ["GPL-3.0-or-later"] = "OSI Approved :: GNU General Public License v3 or later (GPLv3+)",
        ["LGPL-3.0-only"] = "OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)",
        ["LGPL-3.0-or-later"] = "OSI Approved :: GNU Lesser General Public License v3 or later (LGPLv3+)",
        ["AGPL-3.0-only"] = "OSI Approved :: GNU Affero General Public License v3",
        ["AGPL-3.0-or-later"] = "OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)",
        ["Proprietary"] = "Other/Proprietary License",
    };

    public static void Complete(ProjectTable project, TomlNode table, FindingList complaints)
    {
        if (project.Has("classifiers"))
        {
            project.Settle("classifiers");
            return;
        }

        var stated = (table.Find("classifiers")?.Items ?? []).Select(item => item.Text ?? "");
        var license = project.Find("license")?.Find("text");
        if (license is not null && !Licenses.ContainsKey(license.Text!) && SpdxList.Licenses.ContainsKey(license.Text!.ToLowerInvariant()))
        {
            complaints.Add(Diagnostics.LicenseWithoutClassifier(license));
        }

        var isTable = project.Find("license") is { Members: not null };
        string[] ofLicense = isTable ? [$"License :: {Licenses.GetValueOrDefault(license?.Text ?? "", Licenses["Proprietary"])}"] : [];
        var classifiers = stated.Concat(ofLicense).Concat(OfPython(project.Find("requires-python")?.Text)).Distinct().Order(StringComparer.Ordinal);
        project.Supply("classifiers", (table.Find("classifiers") ?? table).With(classifiers));
    }

    private static IEnumerable<string> OfPython(string? requirement)
    {
        var constraint = PoetryConstraint.Parse(requirement ?? "");
        var allowed = Pythons.Where(python => constraint is null || constraint.All(one => Allows(one.Operator, one.Version, python))).ToList();
        return allowed.Select(python => python[..1]).Distinct().Concat(allowed).Select(python => $"Programming Language :: Python :: {python}");
    }

    private static bool Allows(string sign, string text, string python)
    {
        var isPrefix = text.EndsWith(".*", StringComparison.Ordinal);
        if (!PythonVersion.TryParse(python, out var version) || !PythonVersion.TryParse(isPrefix ? text[..^2] : text, out var bound))
        {
            return true;
        }

        var isSame = isPrefix ? $"{python}.".StartsWith(text[..^1], StringComparison.Ordinal) : version == bound;
        return sign switch
        {
            ">=" => version >= bound,
            "<=" => version <= bound,
            ">" => version > bound,
            "<" => version < bound,
            "!=" => !isSame,
            "==" or "===" => isSame,
            _ => true,
        };
    }
}
