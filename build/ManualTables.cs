using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Nuke.Common;
using TrustedPublishing.Nuke;

/// <summary>The tables of the manual that list what the code has: parameters with their descriptions, options with their documentation.</summary>
static partial class ManualTables
{
    /// <summary>In the order of the manual. Components that are not named here come last.</summary>
    static readonly Type[] Components =
    [
        typeof(IPackDistributions), typeof(IPackForPlatforms), typeof(IHazPythonProject), typeof(IPublishDistributions), typeof(IRehearsePublish),
        typeof(IDoctor), typeof(ICheckWorkflow), typeof(ISetUpEnvironment), typeof(ISetUpRelease),
    ];

    /// <summary>With the CI systems whose attributes have its options.</summary>
    static readonly (Type Type, string On)[] Attributes =
        [(typeof(GeneratedReleaseAttribute), "both"), (typeof(TrustedPublishingWorkflowAttribute), "GitHub"), (typeof(TrustedPublishingGitLabAttribute), "GitLab")];

    /// <summary>Page → the table that it has between its markers.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All => new Dictionary<string, IReadOnlyList<string>>
    {
        ["parameters.md"] = Parameters(),
        ["workflow.md"] = Options(),
    };

    /// <summary>The page with the table between the markers.</summary>
    public static string Inserted(string page, IReadOnlyList<string> table) =>
        Markers().IsMatch(page)
            ? Markers().Replace(page, match => $"{match.Groups["start"].Value}\n{string.Join('\n', table)}\n{match.Groups["end"].Value}")
            : throw new InvalidOperationException("The page has no markers '<!-- generated … -->' and '<!-- end -->'.");

    static IReadOnlyList<string> Parameters() =>
    [
        "| parameter | meaning | default |",
        "|---|---|---|",
        .. from component in typeof(IPublishDistributions).Assembly.GetExportedTypes()
           where component.IsInterface
           orderby (uint)Array.IndexOf(Components, component), component.Name
           from property in component.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(property => property.MetadataToken)
           let description = property.GetCustomAttribute<ParameterAttribute>()?.Description
           where description is not null
           let parts = description.Split(" - default: ", 2)
           select $"| `--{Hump().Replace(property.Name, "-$0").ToLowerInvariant()}` | {Code(parts[0])} | {(parts.Length > 1 ? Code(parts[1]) : "none")} |",
    ];

    static IReadOnlyList<string> Options()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(IPublishDistributions).Assembly.Location, "xml"));
        var summaries = documentation.Descendants("member").Where(member => member.Element("summary") is not null && ((string)member.Attribute("name")!).StartsWith("P:", StringComparison.Ordinal)).ToDictionary(member => (string)member.Attribute("name")!, member => Text(member.Element("summary")!));
        return
        [
            "| option | on | meaning | default |",
            "|---|---|---|---|",
            .. from attribute in Attributes
               from property in attribute.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(property => property.MetadataToken)
               where property.SetMethod is { IsPublic: true }
               let parts = summaries[$"P:{attribute.Type.FullName}.{property.Name}"].Split(" Default: ", 2)
               select $"| `{property.Name}` | {attribute.On} | {parts[0].TrimEnd('.')} | {(parts.Length > 1 ? parts[1].TrimEnd('.') : "none")} |",
        ];
    }

    /// <summary>What help shows in quotes is code on a page.</summary>
    static string Code(string description) => Quoted().Replace(description, "`$1`").Replace("|", "\\|", StringComparison.Ordinal);

    static string Text(XElement summary) => Space().Replace(string.Concat(summary.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } reference => $"`{((string?)reference.Attribute("cref") ?? "").Split('.')[^1]}`",
        XElement other => other.Value,
        _ => ((XText)node).Value,
    })), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex("(?s)(?<start><!-- generated[^>]*-->).*?(?<end><!-- end -->)")]
    private static partial Regex Markers();

    [GeneratedRegex("(?<=[a-z])(?<!Git)[A-Z]")]
    private static partial Regex Hump();

    [GeneratedRegex("(?<![A-Za-z])'([^']+)'(?![A-Za-z])")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
