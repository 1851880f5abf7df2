using System.Globalization;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Numbers footnotes and resolves references to them.</summary>
internal static class RstFootnotes
{
    public static void Apply(RstDocument document)
    {
        var notes = document.Notes;
        References(document, notes.NumberedReferences, Number(document), "autonumbered", s: "s");
        Sign(notes.Symbols);
        References(document, notes.SymbolReferences, notes.Symbols, "symbol", s: null);
        Resolve(notes.Footnotes, notes.FootnoteReferences);
        Resolve(notes.Citations, notes.CitationReferences);
    }

    /// <summary>Numbers auto-numbered footnotes, and returns those without a name.</summary>
    private static List<RstNode> Number(RstDocument document)
    {
        var number = 1;
        List<RstNode> unnamed = [];
        foreach (var note in document.Notes.Numbered)
        {
            string label;
            do
            {
                label = (number++).ToString(CultureInfo.InvariantCulture);
            }
            while (document.IdsByName.ContainsKey(label));

            note.Mark = label;
            Resolve([note], document.Notes.FootnoteReferences);
            if (note.Names.Count + note.DuplicateNames.Count == 0)
            {
                note.Names.Add(label);
                document.AddExplicit(note, note);
                unnamed.Add(note);
            }
        }

        return unnamed;
    }

    /// <summary>Assigns docutils' symbols in order; after the last one they are doubled, and so on.</summary>
    private static void Sign(List<RstNode> notes)
    {
        const string Signs = "*†‡§¶#♠♥♦♣";
        foreach (var (index, note) in notes.Index())
        {
            note.Mark = new string(Signs[index % Signs.Length], (index / Signs.Length) + 1);
        }
    }

    private static void References(RstDocument document, List<RstNode> references, List<RstNode> notes, string kind, string? s)
    {
        var used = 0;
        foreach (var reference in references.Where(reference => !reference.IsResolved && reference.ReferenceId is null))
        {
            if (used == notes.Count)
            {
                document.Reporter.Problem($"Too many {kind} footnote references: only {notes.Count} corresponding footnote{(s is null || notes.Count > 1 ? "s" : "")} available.", reference);
                references.ForEach(rest => rest.ReplaceSelf(rest.IsResolved || rest.ReferenceName is not null ? [rest] : [new RstNode(RstKind.Problematic)]));
                return;
            }

            (reference.Note, used, reference.IsResolved) = (notes[used], used + 1, true);
        }
    }

    private static void Resolve(IEnumerable<RstNode> notes, Dictionary<string, List<RstNode>> references)
    {
        foreach (var (note, reference) in from note in notes from name in note.Names from reference in references.GetValueOrDefault(name) ?? [] select (note, reference))
        {
            (reference.Note, reference.IsResolved) = (note, true);
        }
    }
}
