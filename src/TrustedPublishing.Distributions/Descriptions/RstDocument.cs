using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>What is collected while a document is read: problems, names and the references to them, and what could not be judged.</summary>
internal sealed partial class RstDocument
{
    /// <summary>Enough to work with; docutils itself stops at the first.</summary>
    public const int MostProblems = 20;

    private readonly List<RstProblem> problems = [];
    private readonly Dictionary<string, List<string?>> explicitNames = [];
    private readonly List<string> titles = [];
    private readonly List<(string Name, int Line)> references = [];
    private readonly List<(string Name, int Line)> substitutionReferences = [];
    private readonly Dictionary<string, string> substitutions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<char, (int Notes, int References, int Line)> automatic = new() { ['#'] = default, ['*'] = default };
    private (int Targets, int References, int Line) anonymous;

    public IReadOnlyList<RstProblem> Problems => problems;

    public bool IsFull => problems.Count >= MostProblems;

    public HashSet<string> Roles { get; } = [];

    /// <summary>Constructs that occur and are not judged.</summary>
    public SortedSet<string> NotJudged { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether anything was found that shows.</summary>
    public bool ShowsSomething { get; set; }

    /// <summary>The line of a <c>class</c> directive that waits for an element to belong to; null when none does.</summary>
    public int? WaitingClass { get; set; }

    public void Problem(int line, string text) => problems.Add(new(line, text));

    /// <summary>A name given by the author. Two of the same name are an error unless both lead to the same address.</summary>
    public void Name(string name, string? address, int line)
    {
        name = Normal(name);
        if (!explicitNames.TryGetValue(name, out var addresses))
        {
            explicitNames[name] = [address];
            return;
        }

        if (address is null || addresses[^1] != address)
        {
            Problem(line, $"Duplicate explicit target name: \"{name}\".");
        }

        addresses.Add(address);
    }

    public void Title(string title) => titles.Add(Normal(title));

    public void Reference(string name, int line) => references.Add((Normal(name), line));

    public void Substitution(string name, int line)
    {
        if (!substitutions.TryAdd(Normal(name), ""))
        {
            Problem(line, $"Duplicate substitution definition name: \"{name}\".");
        }
    }

    public void SubstitutionReference(string name, int line) => substitutionReferences.Add((Normal(name), line));

    public void AnonymousTarget() => anonymous.Targets++;

    public void AnonymousReference(int line) => anonymous = anonymous with { References = anonymous.References + 1, Line = line };

    public void AutomaticNote(char kind) => automatic[kind] = automatic[kind] with { Notes = automatic[kind].Notes + 1 };

    public void AutomaticReference(char kind, int line) => automatic[kind] = automatic[kind] with { References = automatic[kind].References + 1, Line = line };

    /// <summary>After the last line: whether every reference leads somewhere.</summary>
    public void Resolve()
    {
        foreach (var (name, line) in references.Where(reference => !explicitNames.ContainsKey(reference.Name)))
        {
            var count = titles.Count(title => title == name);
            if (count != 1)
            {
                Problem(line, count == 0 ? $"Unknown target name: \"{name}\"." : $"Duplicate target name, cannot be used as a unique reference: \"{name}\".");
            }
        }

        foreach (var (name, line) in substitutionReferences.Where(reference => !substitutions.ContainsKey(reference.Name)))
        {
            Problem(line, $"Undefined substitution referenced: \"{name}\".");
        }

        if (WaitingClass is { } waiting)
        {
            Problem(waiting, "No suitable element following \"class\" directive.");
        }

        ResolveCounted();
    }

    private void ResolveCounted()
    {
        if (anonymous.References != anonymous.Targets)
        {
            Problem(anonymous.Line, $"Anonymous hyperlink mismatch: {anonymous.References} references but {anonymous.Targets} targets.");
        }

        foreach (var (kind, counted) in automatic.Where(pair => pair.Value.References > pair.Value.Notes))
        {
            Problem(counted.Line, $"Too many {(kind == '#' ? "autonumbered" : "symbol")} footnote references: only {counted.Notes} corresponding footnotes available.");
        }
    }

    private static string Normal(string name) => Spaces().Replace(name, " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
