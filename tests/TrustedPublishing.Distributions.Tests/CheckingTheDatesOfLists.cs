using System.Globalization;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>The target <c>CheckListDates</c> of this repository's build, which a scheduled workflow runs.</summary>
public sealed class CheckingTheDatesOfLists : IDisposable
{
    private static readonly DateOnly Today = new(2030, 3, 31);

    private readonly TemporaryDirectory root = new();

    public CheckingTheDatesOfLists()
    {
        foreach (var list in Lists)
        {
            root.Write(list, $"# A list.\n# date: {Today:yyyy-MM-dd}\nrow\n");
        }
    }

    [Theory]
    [InlineData("src/TrustedPublishing.Nuke/Workflow/Data/actions.txt")]
    [InlineData("src/TrustedPublishing.Distributions/Data/classifiers.txt")]
    [InlineData("src/TrustedPublishing.Distributions/Data/platforms.txt")]
    [InlineData("src/TrustedPublishing.Distributions/Data/spdx.txt")]
    [InlineData("src/TrustedPublishing.Distributions/Data/stdlib.txt")]
    [InlineData("src/TrustedPublishing/Sigstore/Data/sigstore.txt")]
    public void ComplainsAfterSixtyDays(string list)
    {
        Date(list, Today.AddDays(-60));
        Assert.Empty(ListDates.Complaints(root.Path, Today));

        Date(list, Today.AddDays(-61));
        Assert.Equal([$"{list} is of 2030-01-29, which is 61 days ago, more than 60: renew it as build/README.md says."], ListDates.Complaints(root.Path, Today));
    }

    [Fact]
    public void ComplainsAboutMissingAndFutureDatesAndMissingLists()
    {
        root.Write(Lists[0], "# A list.\nrow\n# date: 2030-03-31\n");
        Date(Lists[1], Today.AddDays(1));
        File.Delete(root.Combine(Lists[2].Split('/')));

        Assert.Equal(
            [
                $"{Lists[0]} has no line '# date: YYYY-MM-DD' at its beginning.", $"{Lists[1]} is of 2030-04-01, which is in the future: correct its date.",
                $"{Lists[2]} does not exist: correct build/ListDates.cs.",
            ],
            ListDates.Complaints(root.Path, Today));
    }

    [Fact]
    public void ComplainsAboutAnUnknownList()
    {
        root.Write("src/TrustedPublishing/Data/new.txt", "# date: 2030-03-31\n");

        Assert.Equal(
            ["src/TrustedPublishing/Data/new.txt is a list that build/ListDates.cs does not know: add it to those that change, or to those of a fixed version."],
            ListDates.Complaints(root.Path, Today));
    }

    /// <summary>All lists of this repository are known and have a date, whatever it is.</summary>
    [Fact]
    public void KnowsTheListsOfThisRepository()
    {
        var newest = Lists.Select(list => DateOnly.ParseExact(File.ReadLines(RepositoryRoot.Combine(list.Split('/'))).First(line => line.StartsWith("# date: ", StringComparison.Ordinal))[8..], "yyyy-MM-dd", CultureInfo.InvariantCulture)).Max();

        Assert.DoesNotContain(ListDates.Complaints(RepositoryRoot.Path, newest), complaint => !complaint.Contains("renew it", StringComparison.Ordinal));
    }

    public void Dispose() => root.Dispose();

    private static string[] Lists =>
    [
        "src/TrustedPublishing.Distributions/Data/classifiers.txt", "src/TrustedPublishing.Distributions/Data/platforms.txt", "src/TrustedPublishing.Distributions/Data/spdx.txt",
        "src/TrustedPublishing.Distributions/Data/stdlib.txt", "src/TrustedPublishing.Nuke/Workflow/Data/actions.txt", "src/TrustedPublishing/Sigstore/Data/sigstore.txt",
    ];

    private void Date(string list, DateOnly date) => root.Write(list, $"# A list.\n# date: {date:yyyy-MM-dd}\nrow\n");
}
