namespace TrustedPublishing.Testing.Rows;

/// <summary>Transitions, titles, lists, literal blocks and long lines.</summary>
internal static class RstBlockRows
{
    public static IReadOnlyList<DescriptionRow> All { get; } = [.. Transitions, .. Titles, .. Lists, .. Literals, .. LongLines];

    private static DescriptionRow[] Transitions =>
    [
        new("transition: between paragraphs", "one\n\n----\n\ntwo\n"),
        new("transition: at the end", "text\n\n----\n", 3, "Transition at the end of the document."),
        new("transition: at the start", "----\n\ntext\n", 1, "Transition at the start of the document."),
        new("transition: at the end behind a comment", "text\n\n----\n\n.. comment\n", 3, "Transition at the end of the document."),
        new("transition: at the start behind a comment", ".. comment\n\n----\n\ntext\n", 3, "Transition at the start of the document."),
        new("transition: at the end before a target", "text\n\n----\n\n.. _name: https://example.com\n", 3, "Transition at the end of the document."),
        new("transition: at the start behind a target", ".. _name: https://example.com\n\n----\n\ntext\n", 3, "Transition at the start of the document."),
        new("transition: at the start behind a substitution", ".. |a| replace:: b\n\n----\n\ntext\n", 3, "Transition at the start of the document."),
        new("transition: at the start behind an image", ".. image:: a.png\n\n----\n\ntext\n"),
        new("transition: twice", "one\n\n----\n\n----\n\ntwo\n", 5, "At least one body element should separate transitions."),
        new("transition: twice around a target", "one\n\n----\n\n.. _a: https://example.com\n\n----\n\ntwo\n"),
        new("transition: behind a title", "A\n=\n\nB\n-\n\n----\n\ntext\n\nC\n-\n\ntext\n", 7, "Transition at the start of the section."),
        new("transition: behind the document's title", "Title\n=====\n\n----\n\ntext\n", 4, "Transition at the start of the document."),
        new("transition: before a title", "A\n=\n\ntext\n\n----\n\nB\n=\n\ntext\n"),
        new("transition: at the end of a section inside", "A\n=\n\ntext\n\nB\n-\n\ntext\n\n----\n\nC\n=\n\ntext\n"),
        new("transition: behind an empty table of contents", ".. contents::\n\n----\n\ntext\n", 3, "Transition at the start of the document."),
        new("transition: behind fields", ":Author: A\n\n----\n\ntext\n"),
        new("transition: in a list", "- text\n\n  ----\n\n  more\n", 3, "Unexpected section title or transition."),
        new("transition: three signs", "text\n\n---\n\nmore\n"),
        new("transition: as the whole document", "----\n", 1, "Transition at the end of the document."),
    ];

    private static DescriptionRow[] Titles =>
    [
        new("title: one more sign", "Title\n======\n\ntext\n"),
        new("title: one sign less", "Title\n====\n\ntext\n", 2, "Title underline too short."),
        new("title: three signs under a longer title", "Title\n===\n\ntext\n"),
        new("title: wide characters", "日本語\n===\n\ntext\n"),
        new("title: wide characters with room", "日本語\n======\n\ntext\n"),
        new("title: emoji", "✨ New\n=====\n\ntext\n", 2, "Title underline too short."),
        new("title: emoji with room", "✨ New\n======\n\ntext\n"),
        new("title: emoji with a selector", "⚠\ufe0f A\n====\n\ntext\n"),
        new("title: combining character", "e\u0301a\n==\n\ntext\n"),
        new("title: overline", "=====\nTitle\n=====\n\ntext\n"),
        new("title: indented title", "=======\n Title\n=======\n\ntext\n"),
        new("title: short overline", "====\nTitle\n====\n\ntext\n", 1, "Title overline too short."),
        new("title: overline of three signs", "===\nTitle\n===\n\ntext\n"),
        new("title: overline without underline", "=====\nTitle\n\ntext\n", 1, "Missing matching underline for section title overline."),
        new("title: overline and other underline", "=====\nTitle\n-----\n\ntext\n", 1, "Title overline & underline mismatch."),
        new("title: longer underline", "=====\nTitle\n======\n\ntext\n", 1, "Title overline & underline mismatch."),
        new("title: overline at the end", "text\n\n=====\nTitle\n", 3, "Incomplete section title."),
        new("title: two lines of signs", "=====\n-----\n\ntext\n", 1, "Invalid section title or transition marker."),
        new("title: skipped level", "A\n=\n\nB\n-\n\nC\n~\n\ntext\n\nD\n=\n\nE\n~\n\ntext\n", 15, "Inconsistent title style: skip from level 1 to 3."),
        new("title: in a quote", "text\n\n  Title\n  =====\n", 4, "Unexpected section title."),
        new("title: in a note", ".. note::\n\n   Title\n   -----\n\n   text\n", 4, "Unexpected section title."),
        new("title: line of signs in a note", ".. note::\n\n   ====\n   Title\n   ====\n", 3, "Unexpected section title or transition."),
        new("title: with markup", "*Title*\n=======\n\ntext\n"),
        new("title: with broken markup", "A *title\n========\n\ntext\n", 1, "Inline emphasis start-string without end-string."),
        new("title: without text around it", "text\n\nUsage\n-----\n"),
        new("title: the same twice", "A\n=\n\ntext\n\nB\n-\n\ntext\n\nB\n-\n\ntext\n"),
    ];

    private static DescriptionRow[] Lists =>
    [
        new("list: bullets", "- one\n- two\n\n* other\n"),
        new("list: text behind bullets", "- one\ntwo\n", 2, "Bullet list ends without a blank line; unexpected unindent."),
        new("list: bullet with wrong indentation", "- one\n two\n", 2, "Bullet list ends without a blank line; unexpected unindent."),
        new("list: nested bullets", "- one\n\n  - two\n\n- three\n"),
        new("list: nested bullets without blank line", "- one\n  - two\n"),
        new("list: deeper text in a bullet", "- one\n   two\n"),
        new("list: bullet without text", "-\n- two\n"),
        new("list: other bullet without blank line", "- one\n* two\n", 2, "Bullet list ends without a blank line; unexpected unindent."),
        new("list: numbers", "1. one\n2. two\n"),
        new("list: numbers with a gap", "1. one\n3. three\n"),
        new("list: letters", "a) one\nb) two\n"),
        new("list: roman numbers", "(i) one\n(ii) two\n(iii) three\n"),
        new("list: auto numbers", "#. one\n#. two\n"),
        new("list: number with text below", "1. one\ntwo\n"),
        new("list: year at the start of a line", "In\n2010. It was\nso.\n"),
        new("list: two formats", "1. one\n2) two\n"),
        new("list: initial", "A. Einstein was\na physicist.\n"),
        new("list: definition", "term\n  its definition\n"),
        new("list: definition with classifiers", "term : one : two\n  its definition\n"),
        new("list: text behind a definition", "term\n  definition\ntext\n", 3, "Definition list ends without a blank line; unexpected unindent."),
        new("list: colons before a definition", "term::\n  definition\n"),
        new("list: fields", ":One: 1\n:Two: 2\n\n   more\n\ntext\n"),
        new("list: text behind fields", "text\n\n:One: 1\ntwo\n", 4, "Field list ends without a blank line; unexpected unindent."),
        new("list: field with broken markup", "text\n\n:*one: two\n", 3, "Inline emphasis start-string without end-string."),
        new("list: options", "-a         all\n--long=X   long\n/V         dos\n-f FILE, --file=FILE  both\n"),
        new("list: text behind options", "-a  all\ntext\n", 2, "Option list ends without a blank line; unexpected unindent."),
        new("list: option without description", "--version\n"),
        new("list: line block", "| one\n| two\n  more\n|   three\n"),
        new("list: text behind a line block", "| one\ntwo\n", 2, "Line block ends without a blank line."),
        new("list: quote", "text\n\n  quote\n\n  -- Somebody\n\ntext\n"),
        new("list: text behind a quote", "text\n\n  quote\ntext\n", 4, "Block quote ends without a blank line; unexpected unindent."),
        new("list: two hundred in each other", string.Concat(Enumerable.Repeat("- ", 200)) + "text\n", 1, "The blocks in blocks are too many.") { ServerFails = true },
        new("list: quote without blank line", "one\ntwo\n  three\n", 3, "Unexpected indentation."),
        new("list: doctest", ">>> 1 + 1\n2\n"),
    ];

    private static DescriptionRow[] Literals =>
    [
        new("literal: literal block", "text::\n\n  *code\n\ntext\n"),
        new("literal: literal block without blank line", "text::\n\n  code\ntext\n", 4, "Literal block ends without a blank line; unexpected unindent."),
        new("literal: literal block at the end", "text::\n", 2, "Literal block expected; none found."),
        new("literal: literal block that is not indented", "text::\n\ncode\n", 3, "Literal block expected; none found."),
        new("literal: quoted literal block", "text::\n\n> *code\n> more\n"),
        new("literal: quoted literal block with another sign", "text::\n\n> code\n* more\n", 4, "Inconsistent literal block quoting."),
        new("literal: quoted literal block with indentation", "text::\n\n> code\n  more\n", 4, "Unexpected indentation."),
        new("literal: colons alone", "::\n\n  code\n"),
        new("literal: escaped colons", "text\\::\n\nmore\n"),
    ];

    private static DescriptionRow[] LongLines =>
    [
        new("line: 10,000 characters", new string('x', 10000) + "\n"),
        new("line: 10,001 characters", new string('x', 10001) + "\n", null, "Line 1 exceeds the line-length-limit."),
        new("line: 10,001 characters in a comment", "text\n\n.. " + new string('x', 9998) + "\n", null, "Line 3 exceeds the line-length-limit."),
        new("line: 9,998 characters and a tab", new string('x', 9998) + "\ty\n", null, "Line 1 exceeds the line-length-limit."),
    ];
}
