using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Parameters;

/// <summary>The manual's tables of parameters and options match the code.</summary>
public sealed partial class TheManual
{
    private static readonly Type[] Types = typeof(IPublishDistributions).Assembly.GetTypes();

    [Fact]
    public void ListsEveryParameterOnce() => Assert.Equal(
        Parameters().Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
        Rows("parameters.md", "| parameter |").SelectMany(row => ParameterName().Matches(row[0])).Select(match => match.Value).Order(StringComparer.Ordinal));

    /// <summary><c>./build.sh Manual</c> writes them.</summary>
    [Theory]
    [InlineData("parameters.md")]
    [InlineData("workflow.md")]
    public void ContainsTheGeneratedTable(string page)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine("src", "TrustedPublishing.Nuke", "docs", page)).ReplaceLineEndings("\n");

        Assert.Equal(ManualTables.Inserted(text, ManualTables.All[page]), text);
    }

    [Fact]
    public void ListsEveryOptionWithTheAttributesThatHaveIt() => Assert.Equal(
        from property in Options(typeof(GeneratedReleaseAttribute)).Concat(Options(typeof(TrustedPublishingWorkflowAttribute))).Concat(Options(typeof(TrustedPublishingGitLabAttribute))).Select(property => property.Name).Distinct()
        orderby property
        select (property, Having(property)),
        from row in Rows("workflow.md", "| option |")
        from match in OptionName().Matches(row[0])
        group row[1] by match.Groups["name"].Value into rows
        orderby rows.Key
        select (rows.Key, rows.Count() > 1 ? "both" : rows.Single()));

    [Fact]
    public void StatesTheDefaultsOfTheOptions()
    {
        object[] attributes = [new TrustedPublishingWorkflowAttribute("release"), new TrustedPublishingGitLabAttribute()];
        var rows = Rows("workflow.md", "| option |");
        var defaults =
            from attribute in attributes
            from property in attribute.GetType().GetProperties().Where(IsOption)
            let value = property.GetValue(attribute)
            where value is string or int
            let row = rows.First(row => OptionName().Matches(row[0]).Any(match => match.Groups["name"].Value == property.Name))
            select (property.Name, Value: Convert.ToString(value, CultureInfo.InvariantCulture)!.Split(':')[^1], Cell: row[^1]);

        Assert.All(defaults, option => Assert.Contains(option.Value, option.Cell, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string Description)> Parameters() =>
        from type in Types
        where type.IsInterface
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let parameter = property.GetCustomAttribute<global::Nuke.Common.ParameterAttribute>()
        where parameter is not null
        let words = Hump().Replace(property.Name.Replace("GitHub", "Github", StringComparison.Ordinal), "-$0")
        select ($"--{words.ToLowerInvariant()}", parameter.Description ?? "");

    private static IEnumerable<PropertyInfo> Options(Type attribute) => attribute.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsOption);

    private static bool IsOption(PropertyInfo property) => property.SetMethod is { IsPublic: true } && property.DeclaringType?.Assembly == typeof(GeneratedReleaseAttribute).Assembly;

    private static string Having(string property) => (typeof(TrustedPublishingWorkflowAttribute).GetProperty(property), typeof(TrustedPublishingGitLabAttribute).GetProperty(property)) switch
    {
        (not null, not null) => "both",
        (not null, null) => "GitHub",
        _ => "GitLab",
    };

    /// <summary>The cells of the table that starts with a heading.</summary>
    private static List<string[]> Rows(string page, string heading) =>
    [
        .. File.ReadLines(RepositoryRoot.Combine("src", "TrustedPublishing.Nuke", "docs", page))
            .SkipWhile(line => !line.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries)),
    ];

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex ParameterName();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"(?<=[a-z])[A-Z]")]
    private static partial Regex Hump();
}
