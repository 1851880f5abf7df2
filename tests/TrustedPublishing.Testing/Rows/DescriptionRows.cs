namespace TrustedPublishing.Testing.Rows;

/// <summary>Descriptions; every verdict on reStructuredText was verified with docutils.</summary>
public static class DescriptionRows
{
    private const string Rst = "text/x-rst";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<DescriptionRow> All { get; } = [.. Types, .. Markdown, .. Sound, .. Inline, .. Blocks, .. Names, .. Directives,
        .. RstBlockRows.All, .. RstTextRows.All, .. RstNameRows.All, .. RstPictureRows.All, .. RstBodyRows.All, .. RstTableRows.All, .. RstFrontMatterRows.All];

    private static DescriptionRow[] Types =>
    [
        new("unknown directive", Rst, ".. invalid-directive::", false, "line 1: Unknown directive type \"invalid-directive\"."),
        new("unknown directive without type", null, ".. invalid-directive::", false, "declare text/markdown"),
        new("Markdown", "text/markdown", "# Title\n\n*unbalanced", true),
        new("empty Markdown", "text/markdown", " \n\t\n", false, "renders to nothing"),
        new("Markdown of a link definition", "text/markdown; charset=UTF-8", "[a]: https://example.com\n", false, "renders to nothing"),
        new("plain text", "text/plain", "*unbalanced", true),
        new("comments only", Rst, ".. nothing to see\n", false, "renders to nothing"),
        new("a title only", Rst, "Greeter\n=======\n", false, "renders to nothing"),
    ];

    private static DescriptionRow[] Markdown =>
    [
        Empty("a byte order mark", "\ufeff"),
        Empty("a byte order mark and a link definition", "\ufeff[a]: https://example.com\n"),
        Empty("two link definitions", "[a]: https://example.com\n[b]: <https://example.com>\n"),
        Empty("a link definition with a title", "[a]: https://example.com 'title'\n"),
        Empty("a link definition with its title on the next line", "[a]: https://example.com\n  \"title\"\n"),
        Empty("a link definition with its address on the next line", "[a]:\n  https://example.com\n"),
        Empty("a link definition with a title of two lines", "[a]: https://example.com (one\ntwo)\n"),
        Empty("a link definition with a bracket", "[a\\]b]: https://example.com\n"),
        Empty("a link definition to nothing", "[a]: <>\n"),
        Empty("a footnote that nothing refers to", "[^1]: text\n"),
        new("Markdown: a footnote that nothing refers to, declared as CommonMark", "text/markdown; variant=CommonMark", "[^1]: text\n", false, DescriptionRow.ShowsNothing),
        Full("a footnote and a heading right below", "[^1]: text\n# more\n"),
        Full("a link definition and text", "[a]: https://example.com\ntext\n"),
        Full("a link definition with more than a title", "[a]: https://example.com \"title\" more\n"),
        Full("a link definition without address", "[a]:\n"),
        Full("a link definition in a quote", "> [a]: https://example.com\n"),
        Full("an indented link definition", "    [a]: https://example.com\n"),
        Full("a comment", "<!-- comment -->\n"),
        Full("brackets", "[a]\n"),
        Full("a link definition before deeply nested quotes", $"[a]: https://example.com\n\n{new string('>', 1000)} text\n"),
        Full("a footnote and its reference", "[^1]: text\n\nsee[^1]\n"),
    ];

    private static DescriptionRow[] Sound =>
    [
        new("a usual README", Rst, """
            =======
            Greeter
            =======

            .. image:: https://example.com/badge.svg
               :target: https://example.com
               :alt: badge

            Says *hello* to ``everyone``, see `the docs <https://example.com>`_ and issue_.

            Usage
            -----

            1. Install::

                pip install greeter

            2. Call it:

               .. code-block:: python

                  import greeter

            - a list

              - a nested one

            :Author: somebody

            term
               its definition

            .. note:: Mind the |gap|.

            .. |gap| replace:: **gap**
            .. _issue: https://example.com/issues
            """, true),
        new("asterisks that are none", Rst, "2*3*4 and a * b, \"*\" and (*), \\*escaped\n", true),
        new("names with underscores", Rst, "Call __init__ or snake_case; see a_b_c.\n", true),
        new("footnotes", Rst, "See [1]_ and [#]_.\n\n.. [1] One.\n.. [#] Another.\n", true),
    ];

    private static DescriptionRow[] Inline =>
    [
        new("unbalanced emphasis", Rst, "fine\n\nan *unbalanced word\n", false, "line 3: Inline emphasis start-string without end-string."),
        new("unbalanced strong", Rst, "an **unbalanced* word\n", false, "line 1: Inline strong start-string without end-string."),
        new("unbalanced literal", Rst, "an ``unbalanced` word\n", false, "Inline literal start-string without end-string."),
        new("unbalanced backquote", Rst, "an `unbalanced word\n", false, "Inline interpreted text or phrase reference start-string without end-string."),
        new("Sphinx role", Rst, "see :ref:`other`\n", false, "Unknown interpreted text role \"ref\"."),
        new("undefined substitution", Rst, "the |version| here\n", false, "Undefined substitution referenced: \"version\"."),
        new("unknown target", Rst, "see elsewhere_\n", false, "Unknown target name: \"elsewhere\"."),
        new("unknown footnote", Rst, "see [1]_\n", false, "Unknown target name: \"1\"."),
        new("anonymous reference without target", Rst, "see `here`__\n", false, "Anonymous hyperlink mismatch: 1 references but 0 targets."),
    ];

    private static DescriptionRow[] Blocks =>
    [
        new("short underline", Rst, "Greeter\n====\n\ntext\n", false, "line 2: Title underline too short."),
        new("short overline", Rst, "====\nGreeter\n====\n\ntext\n", false, "Title overline too short."),
        new("skipped level", Rst, "A\n=====\n\nB\n-----\n\nC\n~~~~~\n\ntext\n\nD\n=====\n\nE\n~~~~~\n\ntext\n", false, "line 15: Inconsistent title style: skip from level 1 to 3."),
        new("unexpected indentation", Rst, "one\ntwo\n  three\n", false, "line 3: Unexpected indentation."),
        new("list without blank line", Rst, "- one\n- two\nthree\n", false, "line 3: Bullet list ends without a blank line; unexpected unindent."),
        new("numbers without blank line", Rst, "1. one\n2. two\n\n3. three\n   more\nfour\n", false, "line 6: Enumerated list ends without a blank line; unexpected unindent."),
        new("quote without blank line", Rst, "text\n\n  quote\nmore\n", false, "line 4: Block quote ends without a blank line; unexpected unindent."),
        new("definition without blank line", Rst, "term\n  definition\nmore\n", false, "Definition list ends without a blank line; unexpected unindent."),
        new("no literal block", Rst, "code::\n\nnot indented\n", false, "line 3: Literal block expected; none found."),
        new("transition at the end", Rst, "text\n\n----\n", false, "line 3: Transition at the end of the document."),
        new("title in a list", Rst, "- Title\n  =====\n\n  text\n", false, "Unexpected section title."),
    ];

    private static DescriptionRow[] Names =>
    [
        new("two targets of one name", Rst, "`a <https://one.example>`_ and `a <https://two.example>`_\n", true),
        new("one target twice", Rst, "`a <https://one.example>`_ and `a <https://one.example>`_\n", true),
        new("reference to a title", Rst, "Usage\n=====\n\nsee Usage_\n", true),
        new("reference to two titles", Rst, "Usage\n=====\n\nsee Usage_\n\nUsage\n=====\n\ntext\n", false, "Duplicate target name, cannot be used as a unique reference: \"usage\"."),
    ];

    private static DescriptionRow[] Directives =>
    [
        new("Sphinx directive", Rst, "text\n\n.. toctree::\n\n   other\n", false, "line 3: Unknown directive type \"toctree\"."),
        new("Sphinx option", Rst, ".. code-block:: python\n   :linenos:\n\n   x = 1\n", false, "unknown option: \"linenos\"."),
        new("empty note", Rst, "text\n\n.. note::\n", false, "Content block expected for the \"note\" directive; none found."),
        new("image of nothing", Rst, "text\n\n.. image::\n", false, "1 argument(s) required, 0 supplied."),
        new("raw HTML", Rst, ".. raw:: html\n\n   <b>x</b>\n", false, "\"raw\" directive disabled."),
        new("inclusion", Rst, "text\n\n.. include:: CHANGES.rst\n", false, "\"include\" directive disabled."),
        new("markup inside a note", Rst, ".. note::\n\n   an *unbalanced word\n", false, "line 3: Inline emphasis start-string without end-string."),
    ];

    private static DescriptionRow Empty(string what, string text) => new($"Markdown: {what}", "text/markdown", text, false, DescriptionRow.ShowsNothing);

    private static DescriptionRow Full(string what, string text) => new($"Markdown: {what}", "text/markdown", text, true);
}
