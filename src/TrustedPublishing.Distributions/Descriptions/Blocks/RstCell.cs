using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>A cell of a table.</summary>
/// <param name="Offset">The number of lines of the table before its first.</param>
/// <param name="Lines">What it holds.</param>
/// <param name="Columns">How many columns it takes.</param>
/// <param name="Rows">How many rows.</param>
internal sealed record RstCell(int Offset, RstLines Lines, int Columns = 1, int Rows = 1);
