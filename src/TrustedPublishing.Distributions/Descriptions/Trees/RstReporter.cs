using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>Collects what docutils reports at level 2 or above. PyPI stops at the first problem; the others are reported along with it.</summary>
internal sealed class RstReporter
{
    /// <summary>Enough to work with.</summary>
    public const int MostProblems = 20;

    private readonly List<RstProblem> problems = [];

    public IReadOnlyList<RstProblem> Problems => problems;

    public bool IsFull => problems.Count >= MostProblems;

    /// <summary>The current parsing position, which is the position of elements that have none of their own.</summary>
    public RstCursor? Root { get; set; }

    /// <summary>Reports a problem at a line.</summary>
    /// <returns>The message as an element of the document.</returns>
    public RstNode Problem(string text, int? line, bool breaksOff = false)
    {
        if (!IsFull)
        {
            problems.Add(new(line, text.Replace("\0", "", StringComparison.Ordinal), breaksOff));
        }

        return Notice();
    }

    /// <summary>Reports a problem at the current parsing position.</summary>
    public RstNode Problem(string text) => Problem(text, Root?.NumberInDocument);

    /// <summary>Reports a problem with an element.</summary>
    public RstNode Problem(string text, RstNode about) => about.Place() is { } place ? Problem(text, place.Line) : Problem(text);

    /// <summary>A message at level 1: not a problem, but an element in the document.</summary>
    public static RstNode Notice() => new(RstKind.SystemMessage);
}
