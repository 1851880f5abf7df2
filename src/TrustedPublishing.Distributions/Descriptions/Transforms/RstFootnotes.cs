using System.Globalization;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Numbers footnotes and finds them for the references to them.</summary>
internal static class RstFootnotes
{
    public static void Apply(RstDocument document)
    {
        var notes = document.Notes;
        References(document, notes.NumberedReferences, Number(document), "autonumbered", s: "s");
        References(document, notes.SymbolReferences, notes.Symbols.Count, "symbol", s: null);
        Resolve(notes.Footnotes, notes.FootnoteReferences);
        Resolve(notes.Citations, notes.CitationReferences);
    }

    /// <summary>Numbers those that are to be numbered, and gives how many have no name of their own.</summary>
    private static int Number(RstDocument document)
    {
        var (number, unnamed) = (1, 0);
        foreach (var note in document.Notes.Numbered)
        {
            string label;
            do
            {
                label = (number++).ToString(CultureInfo.InvariantCulture);
            }
            while (document.IdsByName.ContainsKey(label));

            Resolve([note], document.Notes.FootnoteReferences);
            if (note.Names.Count + note.DuplicateNames.Count == 0)
            {
                note.Names.Add(label);
                document.AddExplicit(note, note);
                unnamed++;
            }
        }

        return unnamed;
    }

    private static void References(RstDocument document, List<RstNode> references, int notes, string kind, string? s)
    {
        var used = 0;
        foreach (var reference in references.Where(reference => !reference.IsResolved && reference.ReferenceId is null))
        {
            if (used == notes)
            {
                document.Reporter.Problem($"Too many {kind} footnote references: only {notes} corresponding footnote{(s is null || notes > 1 ? "s" : "")} available.", reference);
                references.ForEach(rest => rest.ReplaceSelf(rest.IsResolved || rest.ReferenceName is not null ? [rest] : [new RstNode(RstKind.Problematic)]));
                return;
            }

            (used, reference.IsResolved) = (used + 1, true);
        }
    }

    private static void Resolve(IEnumerable<RstNode> notes, Dictionary<string, List<RstNode>> references)
    {
        foreach (var reference in notes.SelectMany(note => note.Names).SelectMany(name => references.GetValueOrDefault(name) ?? []))
        {
            reference.IsResolved = true;
        }
    }
}
