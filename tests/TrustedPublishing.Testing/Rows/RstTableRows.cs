namespace TrustedPublishing.Testing.Rows;

/// <summary>Tables of all kinds.</summary>
internal static class RstTableRows
{
    public static IReadOnlyList<DescriptionRow> All { get; } = [.. Grids, .. Simples, .. Tables];

    private static DescriptionRow[] Grids =>
    [
        new("grid table: plain", "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n"),
        new("grid table: spans", "+---+---+\n| a     |\n+---+---+\n| b | c |\n+   +---+\n|   | d |\n+---+---+\n"),
        new("grid table: broken text", "+----+\n| *a |\n+----+\n", 2, "Inline emphasis start-string without end-string."),
        new("grid table: list in a cell", "+-----+\n| - a |\n| - b |\n+-----+\n"),
        new("grid table: broken list in a cell", "text\n\n+-----+\n| - a |\n| b   |\n+-----+\n", 5, "Bullet list ends without a blank line; unexpected unindent."),
        new("grid table: right border", "+---+\n| a |\n| b\n+---+\n", 3, "Malformed table."),
        new("grid table: right border out of line", "+---+\n| a  |\n+---+\n", 2, "Malformed table."),
        new("grid table: bottom", "+---+\n| a |\n", 2, "Malformed table."),
        new("grid table: text behind", "+---+\n| a |\n+---+\ntext\n", 4, "Blank line required after table."),
        new("grid table: incomplete", "+---+---+\n| a | b |\n+---+   |\n| c |   |\n+---+---+\n"),
        new("grid table: missing corner", "+---+---+\n| a | b |\n+-------+\n| c | d |\n+---+---+\n"),
        new("grid table: two head lines", "+---+\n| a |\n+===+\n| b |\n+===+\n| c |\n+---+\n", 5, "Malformed table."),
        new("grid table: wide characters", "+----+\n| 日 |\n+----+\n"),
        new("grid table: wide characters out of line", "+-----+\n| 日 |\n+-----+\n", 2, "Malformed table."),
        new("grid table: indentation inside", "+---+\n| a |\n  b\n+---+\n", 3, "Unexpected indentation."),
        new("grid table: unknown target", "+----+\n| a_ |\n+----+\n", 2, "Unknown target name: \"a\"."),
        new("grid table: empty cells", "+---+---+\n|   |   |\n+---+---+\n"),
        new("grid table: directive in a cell", "+------------+\n| .. note:: a|\n+------------+\n"),
    ];

    private static DescriptionRow[] Simples =>
    [
        new("simple table: plain", "== ==\na  b\n== ==\nc  d\n== ==\n"),
        new("simple table: spans", "== ==\na\n-----\nb  c\n== ==\n"),
        new("simple table: two lines", "==  ==\na   b\n    c\n\nd   e\n==  ==\n"),
        new("simple table: text in the margin", "==  ==\nabc d\n==  ==\n", 2, "Malformed table."),
        new("simple table: more text in the margin", "== ==\na  b\nabcd\n== ==\n", 3, "Malformed table."),
        new("simple table: long last column", "== ==\na  a long text\n== ==\n"),
        new("simple table: no bottom", "== ==\na  b\n", 1, "Malformed table."),
        new("simple table: no blank line", "== ==\na  b\n== ==\nc  d\n== ==\ntext\n", 6, "Blank line required after table."),
        new("simple table: other bottom", "== ==\na  b\n== ===\n", 3, "Malformed table."),
        new("simple table: span out of line", "== ==\na  b\n--- -\n== ==\n", 2, "Malformed table."),
        new("simple table: span too short", "== ==\na  b\n--\n== ==\n", 3, "Malformed table."),
        new("simple table: broken text", "text\n\n== ==\na  *b\n== ==\n", 4, "Inline emphasis start-string without end-string."),
        new("simple table: three borders", "== ==\na  b\n== ==\nc  d\n== ==\n\n== ==\n", 7, "Malformed table."),
        new("simple table: indented", "  == ==\n  a  b\n  == ==\n"),
        new("simple table: empty", "== ==\n\n== ==\n"),
    ];

    private static DescriptionRow[] Tables =>
    [
        new("table directive: table", ".. table:: Title\n   :widths: 1 2\n   :align: left\n\n   == ==\n   a  b\n   == ==\n"),
        new("table directive: table widths", ".. table::\n   :widths: 1\n\n   == ==\n   a  b\n   == ==\n", 1, "\"table\" widths do not match the number of columns in table (2)."),
        new("table directive: table of text", ".. table::\n\n   text\n", 1, "Error parsing content block for the \"table\" directive: exactly one table expected."),
        new("table directive: two tables", ".. table::\n\n   == ==\n   a  b\n   == ==\n\n   == ==\n   a  b\n   == ==\n", 1, "Error parsing content block for the \"table\" directive: exactly one table expected."),
        new("table directive: empty table", ".. table:: Title\n", 1, "Content block expected for the \"table\" directive; none found."),
        new("table directive: table width", ".. table::\n   :width: x\n\n   == ==\n   a  b\n   == ==\n", 1, "Error in \"table\" directive:"),
        new("table directive: zero widths", ".. table::\n   :widths: 0 1\n\n   == ==\n   a  b\n   == ==\n", 1, "Error in \"table\" directive:"),
        new("table directive: csv", ".. csv-table:: Title\n   :header: \"a\", b\n   :widths: 1, 2\n\n   c, \"d, e\"\n   f\n"),
        new("table directive: csv quote", ".. csv-table::\n\n   \"a\" b, c\n", 1, "Error with CSV data in \"csv-table\" directive:"),
        new("table directive: csv open quote", ".. csv-table::\n\n   \"a, b\n", 1, "Error with CSV data in \"csv-table\" directive:"),
        new("table directive: csv broken text", ".. csv-table::\n\n   a, *b\n", 2, "Inline emphasis start-string without end-string."),
        new("table directive: csv empty", ".. csv-table::\n", 1, "The \"csv-table\" directive requires content; none supplied."),
        new("table directive: csv file", ".. csv-table::\n   :file: a.csv\n", 1, "File and URL access deactivated; ignoring \"csv-table\" directive."),
        new("table directive: csv url", ".. csv-table::\n   :url: https://example.com\n", 1, "File and URL access deactivated; ignoring \"csv-table\" directive."),
        new("table directive: csv headers", ".. csv-table::\n   :header-rows: 1\n\n   a, b\n", 1, "Insufficient data supplied (1 row(s)); no data remaining for table body, required by \"csv-table\" directive."),
        new("table directive: csv more headers", ".. csv-table::\n   :header-rows: 2\n\n   a, b\n", 1, "2 header row(s) specified but only 1 row(s) of data supplied (\"csv-table\" directive)."),
        new("table directive: csv stubs", ".. csv-table::\n   :stub-columns: 2\n\n   a, b\n", 1, "Insufficient data supplied (2 columns(s)); no data remaining for table body, required by \"csv-table\" directive."),
        new("table directive: csv widths", ".. csv-table::\n   :widths: 1 2 3\n\n   a, b\n", 1, "\"csv-table\" widths do not match the number of columns in table (2)."),
        new("table directive: csv delimiter", ".. csv-table::\n   :delim: ;\n\n   a; b\n"),
        new("table directive: csv long delimiter", ".. csv-table::\n   :delim: ab\n\n   a\n", 1, "Error in \"csv-table\" directive:"),
        new("table directive: csv tab", ".. csv-table::\n   :delim: tab\n\n   a\n"),
        new("table directive: csv escape", ".. csv-table::\n   :escape: '\n   :quote: \"\n\n   \"a'\"b\"\n"),
        new("table directive: csv same signs", ".. csv-table::\n   :delim: ;\n   :quote: ;\n\n   a\n", 1, "Error with CSV data in \"csv-table\" directive:") { ServerFails = true },
        new("table directive: csv list in a cell", ".. csv-table::\n\n   \"- a\n   - b\", c\n"),
        new("table directive: list", ".. list-table:: Title\n   :header-rows: 1\n\n   * - a\n     - b\n   * - c\n     - d\n"),
        new("table directive: list uneven", ".. list-table::\n\n   * - a\n     - b\n   * - c\n", 1, "Error parsing content block for the \"list-table\" directive: uniform two-level bullet list expected, but row 2 does not contain the same number of items as row 1 (1 vs 2)."),
        new("table directive: list of one level", ".. list-table::\n\n   * a\n   * b\n", 1, "Error parsing content block for the \"list-table\" directive: two-level bullet list expected, but row 1 does not contain a second-level bullet list."),
        new("table directive: list of text", ".. list-table::\n\n   text\n", 1, "Error parsing content block for the \"list-table\" directive: exactly one bullet list expected."),
        new("table directive: list empty", ".. list-table::\n", 1, "The \"list-table\" directive is empty; content required."),
        new("table directive: list headers", ".. list-table::\n   :header-rows: 1\n\n   * - a\n", 1, "Insufficient data supplied (1 row(s)); no data remaining for table body, required by \"list-table\" directive."),
        new("table directive: list stubs", ".. list-table::\n   :stub-columns: 1\n\n   * - a\n", 1, "Insufficient data supplied (1 columns(s)); no data remaining for table body, required by \"list-table\" directive."),
        new("table directive: list widths", ".. list-table::\n   :widths: 10 20 30\n\n   * - a\n     - b\n", 1, "\"list-table\" widths do not match the number of columns in table (2)."),
        new("table directive: list broken text", ".. list-table::\n\n   * - a *b\n", 3, "Inline emphasis start-string without end-string."),
        new("table directive: list align", ".. list-table::\n   :align: top\n\n   * - a\n", 1, "Error in \"list-table\" directive:"),
    ];
}
