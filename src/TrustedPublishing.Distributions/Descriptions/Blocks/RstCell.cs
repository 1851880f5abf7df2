using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>A cell of a table.</summary>
/// <param name="Offset">The number of lines of the table before the first line of the cell.</param>
/// <param name="Lines">The content.</param>
/// <param name="Columns">The number of columns that it spans.</param>
/// <param name="Rows">The number of rows that it spans.</param>
internal sealed record RstCell(int Offset, RstLines Lines, int Columns = 1, int Rows = 1);
