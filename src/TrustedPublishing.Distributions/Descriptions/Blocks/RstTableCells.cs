namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>What a table consists of.</summary>
/// <param name="Columns">How many it has.</param>
/// <param name="Rows">Head and body.</param>
/// <param name="HeadRows">How many of the rows are its head.</param>
internal sealed record RstTableCells(int Columns, IReadOnlyList<IReadOnlyList<RstCell>> Rows, int HeadRows = 0);
