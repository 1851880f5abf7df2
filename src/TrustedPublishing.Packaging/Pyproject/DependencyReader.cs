using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>Converts <c>dependencies</c> and <c>optional-dependencies</c> to the values of Requires-Dist and Provides-Extra.</summary>
internal static partial class DependencyReader
{
    public static (IReadOnlyList<string> Requirements, IReadOnlyList<string> Extras) Read(TableReading reading, FindingList complaints)
    {
        List<string> requirements = [], extras = [];
        Add(reading.Texts("dependencies"), extra: null);
        var table = reading.Table("optional-dependencies");
        foreach (var name in table?.Keys ?? [])
        {
            var extra = ProjectName.Normalize(name);
            if (!Extra().IsMatch(extra) || extras.Contains(extra))
            {
                complaints.Add(Diagnostics.InvalidExtra(table!.Node(name)!, name, extra));
                continue;
            }

            extras.Add(extra);
            Add(table!.Texts(name), extra);
        }

        return (requirements, extras);

        void Add(IReadOnlyList<TomlNode> items, string? extra)
        {
            foreach (var item in items)
            {
                if (!Requirement.TryParse(item.Text!, out var requirement, out _))
                {
                    complaints.Add(Diagnostics.InvalidRequirement(item));
                }
                else if (requirement.Url is not null)
                {
                    complaints.Add(Diagnostics.DirectReference(item));
                }
                else
                {
                    requirements.Add((extra is null ? requirement : WithExtra(requirement, extra)).ToString());
                }
            }
        }
    }

    /// <summary>The marker becomes a group; otherwise, after an <c>or</c> in it, the extra would apply to the last part only.</summary>
    internal static Requirement WithExtra(Requirement requirement, string extra)
    {
        Marker isExtra = new Marker.Comparison(new("extra", true), "==", new(extra, false));
        return requirement with { Marker = new(requirement.Marker is null ? [isExtra] : [requirement.Marker, new Marker.Connective("and"), isExtra]) };
    }

    /// <summary>PEP 685: normalised names of extras.</summary>
    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex Extra();
}
