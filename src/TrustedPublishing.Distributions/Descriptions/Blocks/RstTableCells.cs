namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>The content of a table.</summary>
/// <param name="Columns">The number of columns.</param>
/// <param name="Rows">The rows of head and body.</param>
/// <param name="HeadRows">The number of rows in the head.</param>
internal sealed record RstTableCells(int Columns, IReadOnlyList<IReadOnlyList<RstCell>> Rows, int HeadRows = 0);
