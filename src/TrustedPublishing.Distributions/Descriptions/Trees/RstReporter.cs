using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>Collects what docutils reports at level 2 or above. PyPI stops at the first; the others are told along with it.</summary>
internal sealed class RstReporter
{
    /// <summary>Enough to work with.</summary>
    public const int MostProblems = 20;

    private readonly List<RstProblem> problems = [];

    public IReadOnlyList<RstProblem> Problems => problems;

    public bool IsFull => problems.Count >= MostProblems;

    /// <summary>Where the document is being read, which is the place of what has no other.</summary>
    public RstCursor? Root { get; set; }

    /// <summary>Reports something at a line.</summary>
    /// <returns>The message as an element of the document.</returns>
    public RstNode Problem(string text, int? line, bool breaksOff = false)
    {
        if (!IsFull)
        {
            problems.Add(new(line, text.Replace("\0", "", StringComparison.Ordinal), breaksOff));
        }

        return Notice();
    }

    /// <summary>Reports something at the place where reading has come to.</summary>
    public RstNode Problem(string text) => Problem(text, Root?.NumberInDocument);

    /// <summary>Reports something about an element.</summary>
    public RstNode Problem(string text, RstNode about) => about.Place() is { } place ? Problem(text, place.Line) : Problem(text);

    /// <summary>A message at level 1: no problem, but an element that takes its place in the document.</summary>
    public static RstNode Notice() => new(RstKind.SystemMessage);
}
