namespace TrustedPublishing.Testing.Rows;

/// <summary>Fields at the start, and content that renders to nothing.</summary>
internal static class RstFrontMatterRows
{
    public static IReadOnlyList<DescriptionRow> All { get; } = [.. FrontMatter, .. Emptiness];

    private static DescriptionRow[] FrontMatter =>
    [
        new("front matter: fields", ":Author: A\n:Version: 1\n:Date: 2026-01-01\n\ntext\n"),
        new("front matter: fields alone", ":Author: A\n"),
        new("front matter: empty author", ":Author:\n:Version: 1\n\ntext\n", 1, "Cannot extract empty bibliographic field \"Author\"."),
        new("front matter: empty unknown field", ":Foo:\n\ntext\n"),
        new("front matter: version of two paragraphs", ":Version: 1\n\n   2\n\ntext\n", 1, "Bibliographic field \"Version\""),
        new("front matter: version as a list", ":Version: - 1\n\ntext\n", 1, "Bibliographic field \"Version\""),
        new("front matter: author with initial", ":Author: A. Name\n\ntext\n"),
        new("front matter: authors", ":Authors: A; B, C\n\ntext\n"),
        new("front matter: authors as a list", ":Authors:\n   - A\n   - B\n\ntext\n"),
        new("front matter: authors as numbers", ":Authors: 1. A\n\ntext\n", 1, "Cannot extract \"Authors\" from bibliographic field:"),
        new("front matter: authors in paragraphs", ":Authors: A\n\n   B\n\ntext\n"),
        new("front matter: authors without names", ":Authors: ;\n\ntext\n", 1, "Cannot extract \"Authors\" from bibliographic field:"),
        new("front matter: abstract", ":Abstract: text\n\n   more\n\ntext\n"),
        new("front matter: abstract twice", ":Abstract: a\n:Abstract: b\n\ntext\n", 2, "There can only be one \"Abstract\" field."),
        new("front matter: dedication twice", ":Dedication: a\n:dedication: b\n\ntext\n", 2, "There can only be one \"dedication\" field."),
        new("front matter: behind a title", "Title\n=====\n\n:Author:\n\ntext\n", 4, "Cannot extract empty bibliographic field \"Author\"."),
        new("front matter: behind a comment", ".. comment\n\n:Author:\n\ntext\n", 3, "Cannot extract empty bibliographic field \"Author\"."),
        new("front matter: behind text", "text\n\n:Author:\n"),
        new("front matter: in a section", "text\n\nA\n=\n\n:Author:\n"),
        new("front matter: address", ":Address: A\n          B\n\ntext\n"),
        new("front matter: copyright of two paragraphs", "Title\n=====\n\n:Copyright: a\n\n   b\n", 4, "Bibliographic field \"Copyright\""),
    ];

    private static DescriptionRow[] Emptiness =>
    [
        new("emptiness: nothing but spaces", " \n\n", null, DescriptionRow.ShowsNothing),
        new("emptiness: comment", ".. comment\n", null, DescriptionRow.ShowsNothing),
        new("emptiness: title", "Title\n=====\n", null, DescriptionRow.ShowsNothing),
        new("emptiness: title and subtitle", "Title\n=====\n\nMore\n----\n", null, DescriptionRow.ShowsNothing),
        new("emptiness: three titles", "Title\n=====\n\nMore\n----\n\nMost\n~~~~\n"),
        new("emptiness: target", ".. _a: https://example.com\n", null, DescriptionRow.ShowsNothing),
        new("emptiness: target without address", ".. _a:\n"),
        new("emptiness: substitution", ".. |a| replace:: b\n", null, DescriptionRow.ShowsNothing),
        new("emptiness: role", ".. role:: a\n", null, DescriptionRow.ShowsNothing),
        new("emptiness: title and text", "Title\n=====\n\ntext\n"),
        new("emptiness: two titles of one level", "One\n===\n\nTwo\n===\n"),
        new("emptiness: empty comment", "..\n", null, DescriptionRow.ShowsNothing),
    ];
}
