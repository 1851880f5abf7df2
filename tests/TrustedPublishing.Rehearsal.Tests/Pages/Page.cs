using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TrustedPublishing.Rehearsal.Tests.Pages;

/// <summary>Parses pages like a browser.</summary>
internal static class Page
{
    public static IHtmlDocument Parse(string markup) => new HtmlParser().ParseDocument(markup);

    public static async Task<IHtmlDocument> PageAsync(this Bench bench, string path)
    {
        var reply = await bench.GetAsync(path, "text/html");
        Assert.Equal((200, "text/html; charset=UTF-8"), (reply.Status, reply.Headers["Content-Type"]));
        return Parse(reply.Body);
    }

    /// <summary>The text with single spaces.</summary>
    public static string Shows(this IParentNode place, string selector) =>
        string.Join(' ', place.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The value of a name in a list of names and values.</summary>
    public static string? Fact(this IParentNode place, string name) =>
        place.QuerySelectorAll("dt").FirstOrDefault(term => term.TextContent == name)?.NextElementSibling?.TextContent;

    /// <summary>A release with everything that a page can show.</summary>
    public static async Task<Bench> ReleasedAsync(params IEnumerable<(string Name, string Value)> fields)
    {
        var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        TrustedPublishing.Distributions.FormField[] all = [.. fields.Select(field => new TrustedPublishing.Distributions.FormField(field.Name, field.Value))];
        foreach (var sample in new[] { Sample.Sdist(), Sample.Wheel() })
        {
            var reply = await bench.UploadAsync(token, sample, all);
            Assert.True(reply.Status == 200, reply.ToString());
        }

        return bench;
    }
}
