using TrustedPublishing.Rehearsal.Descriptions;
using TrustedPublishing.Rehearsal.Tests.Pages;

namespace TrustedPublishing.Rehearsal.Tests.Descriptions;

/// <summary>The markup of docutils' HTML5 writer without what PyPI removes.</summary>
public sealed class RestructuredText
{
    [Theory]
    [InlineData("One *two* **three** ``four  five``.", "<p>One <em>two</em> <strong>three</strong> <code>four  five</code>.</p>")]
    [InlineData("`PyPI <https://pypi.org/>`_", "<p><a href=\"https://pypi.org/\" rel=\"nofollow\">PyPI</a></p>")]
    [InlineData("PyPI_\n\n.. _PyPI: https://pypi.org/", "<p><a href=\"https://pypi.org/\" rel=\"nofollow\">PyPI</a></p>")]
    [InlineData("`one`__ `two`__\n\n__ https://a.example/\n__ https://b.example/", "<p><a href=\"https://a.example/\" rel=\"nofollow\">one</a> <a href=\"https://b.example/\" rel=\"nofollow\">two</a></p>")]
    [InlineData("See :pep:`8` and :rfc:`2822#section-3`.", "<p>See <a href=\"https://peps.python.org/pep-0008\" rel=\"nofollow\">PEP 8</a> and <a href=\"https://tools.ietf.org/html/rfc2822.html#section-3\" rel=\"nofollow\">RFC 2822</a>.</p>")]
    [InlineData("H\\ :sub:`2`\\ O, `title`", "<p>H<sub>2</sub>O, <cite>title</cite></p>")]
    [InlineData("- one\n- two", "<ul> <li><p>one</p> </li> <li><p>two</p> </li> </ul>")]
    [InlineData("3. three\n4. four", "<ol start=\"3\"> <li><p>three</p> </li> <li><p>four</p> </li> </ol>")]
    [InlineData("term\n  what it is", "<dl> <dt>term</dt> <dd><p>what it is</p> </dd> </dl>")]
    [InlineData("text\n\n:Name: value", "<p>text</p> <dl class=\"field-list\"> <dt>Name:</dt> <dd><p>value</p> </dd> </dl>")]
    [InlineData("-a FILE  all\n--long  more", "<dl class=\"option-list\"> <dt><kbd>-a FILE</kbd></dt> <dd><p>all</p> </dd> <dt><kbd>--long</kbd></dt> <dd><p>more</p> </dd> </dl>")]
    [InlineData("Code::\n\n  a < b\n    c", "<p>Code:</p> <pre><code>a &lt; b   c</code></pre>")]
    [InlineData("Code::\n\n> quoted\n> more", "<p>Code:</p> <pre><code>&gt; quoted &gt; more</code></pre>")]
    [InlineData(".. code-block:: python\n\n   print('x')", "<pre><code>print('x')</code></pre>")]
    [InlineData(">>> 1 + 1\n2", "<pre><code>&gt;&gt;&gt; 1 + 1 2</code></pre>")]
    [InlineData(".. note:: Mind this.", "<aside class=\"admonition note\"> <p class=\"admonition-title\">Note</p> <p>Mind this.</p> </aside>")]
    [InlineData(".. admonition:: Own\n\n   Text", "<aside class=\"admonition admonition\"> <p class=\"admonition-title\">Own</p> <p>Text</p> </aside>")]
    [InlineData("| one\n|   two", "<div class=\"line-block\"> one<br> \u2003\u2003two<br> </div>")]
    [InlineData("text\n\n  quote\n\n  -- somebody", "<p>text</p> <blockquote> <p>quote</p> <p class=\"attribution\">—somebody</p> </blockquote>")]
    [InlineData("Yes [1]_ and [#]_ and [*]_.\n\n.. [1] one\n.. [#] two\n.. [*] sign",
        "<p>Yes <a href=\"#user-content-footnote-1\" rel=\"nofollow\">[1]</a> and <a href=\"#user-content-footnote-2\" rel=\"nofollow\">[2]</a> and <a href=\"#user-content-footnote-3\" rel=\"nofollow\">[*]</a>.</p>")]
    [InlineData("one\n\n-----\n\ntwo", "<p>one</p> <hr> <p>two</p>")]
    [InlineData("\"quoted\" -- it's...", "<p>“quoted” – it’s…</p>")]
    [InlineData(".. |x| replace:: *many*\n\n|x| times", "<p><em>many</em> times</p>")]
    [InlineData(".. image:: https://example.org/x.png\n   :alt: A picture", "<p><a class=\"page-image\" href=\"https://example.org/x.png\" rel=\"nofollow noreferrer\">Image, not loaded here: A picture</a></p>")]
    [InlineData("=== ===\na   b\n=== ===\nc   d\n=== ===",
        "<table> <thead> <tr><th><p>a</p> </th><th><p>b</p> </th></tr> </thead> <tbody> <tr><td><p>c</p> </td><td><p>d</p> </td></tr> </tbody> </table>")]
    [InlineData("+---+---+\n| a | b |\n+---+---+\n| wide  |\n+-------+",
        "<table> <tbody> <tr><td><p>a</p> </td><td><p>b</p> </td></tr> <tr><td colspan=\"2\"><p>wide</p> </td></tr> </tbody> </table>")]
    [InlineData(".. list-table:: Title\n   :header-rows: 1\n\n   * - a\n   * - b",
        "<table> <caption>Title</caption> <thead> <tr><th><p>a</p> </th></tr> </thead> <tbody> <tr><td><p>b</p> </td></tr> </tbody> </table>")]
    [InlineData(".. csv-table::\n   :header: a, b\n\n   1, 2",
        "<table> <thead> <tr><th><p>a</p> </th><th><p>b</p> </th></tr> </thead> <tbody> <tr><td><p>1</p> </td><td><p>2</p> </td></tr> </tbody> </table>")]
    public void BecomesWhatDocutilsMakesOfIt(string text, string markup)
    {
        var rendered = RenderedDescription.Render(text, "text/x-rst").Content.ToString();

        Assert.StartsWith(markup, string.Join(' ', rendered.Split('\n')).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void HasSectionsLinkedFromItsContents()
    {
        var page = Page.Parse(RenderedDescription.Render("intro\n\n.. contents::\n\nOne\n===\n\na\n\nTwo\n---\n\nb\n\nThree\n=====\n\nc, see One_", null).Content.ToString());

        Assert.Equal(["One", "Three"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal("Two", page.QuerySelector("h3")!.TextContent);
        Assert.Equal(["One", "Two", "Three"], page.QuerySelectorAll("nav a").Select(link => page.GetElementById(link.GetAttribute("href")![1..])!.FirstElementChild!.TextContent));
        Assert.Equal("#user-content-one", page.QuerySelectorAll("a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void LosesItsOnlyTitleWhichIsMarked()
    {
        var rendered = RenderedDescription.Render("Greeter\n=======\n\nIt greets.\n\nUse\n---\n\nCall it.", null);

        Assert.DoesNotContain("<h2>Greeter", rendered.Content.ToString(), StringComparison.Ordinal);
        var note = Assert.Single(rendered.Notes);
        Assert.StartsWith("PyPI does not show the title \"Greeter\"", note.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text\n\n.. image:: docs/x.png", 3, "The image docs/x.png is not found on PyPI")]
    [InlineData("text\n\nmore `here <docs/x.rst>`_", 3, "The relative link docs/x.rst leads nowhere on PyPI")]
    [InlineData("text\n\n.. math::\n\n   a^2", 3, "PyPI lets the reader's browser render the formula")]
    public void IsMarkedWherePyPIShowsItDifferently(string text, int line, string note)
    {
        var rendered = RenderedDescription.Render(text, null);

        Assert.Equal(line, Assert.Single(rendered.Notes).Line);
        Assert.StartsWith(note, rendered.Notes[0].Text, StringComparison.Ordinal);
        Assert.Contains($"Line {line}: {note}", Page.Parse(rendered.Content.ToString()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("`x <javascript:alert(1)>`_")]
    [InlineData(".. image:: javascript:alert(1)")]
    [InlineData(".. image:: x\" onerror=\"alert(1)\n   :alt: \"><script>alert(1)</script>")]
    [InlineData("x\n\n.. figure:: https://example.org/x.png\n   :target: javascript:alert(1)\n\n   <script>alert(1)</script>")]
    [InlineData("::\n\n  </code></pre><script>alert(1)</script>")]
    [InlineData(".. container:: page-skip\n\n   x")]
    public void IsInert(string text)
    {
        var page = Page.Parse(RenderedDescription.Render(text, null).Content.ToString());

        Assert.Empty(page.QuerySelectorAll("script, img, .page-skip, [onerror]"));
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.DoesNotContain("script", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void ThatIsRejectedIsShownUnrendered()
    {
        var rendered = RenderedDescription.Render("`broken", null);

        Assert.StartsWith("<pre>`broken</pre>", rendered.Content.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("PyPI refuses the upload: ", Assert.Single(rendered.Notes).Text, StringComparison.Ordinal);
    }
}
