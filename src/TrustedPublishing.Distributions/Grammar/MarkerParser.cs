using static TrustedPublishing.Distributions.Grammar.Marker;
using static TrustedPublishing.Distributions.Grammar.RequirementScanner;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>Parses an environment marker (PEP 508).</summary>
internal sealed class MarkerParser(RequirementScanner scanner)
{
    /// <summary>Approximately the limit of Python's stack on the server.</summary>
    private const int MaximumDepth = 430;

    private int depth;

    public Group Parse()
    {
        List<Marker> parts = [Atom()];
        while (scanner.Take(Connective()) is { } word)
        {
            parts.Add(new Connective(word));
            parts.Add(Atom());
        }

        return new(parts);
    }

    private Marker Atom()
    {
        scanner.SkipSpace();
        var open = scanner.Position;
        Marker atom = scanner.Take('(') ? Parenthesised(open) : Item();
        scanner.SkipSpace();
        return atom;
    }

    private Group Parenthesised(int open)
    {
        if (++depth > MaximumDepth)
        {
            throw scanner.Failure("an environment marker has more nested parentheses than Python can parse");
        }

        scanner.SkipSpace();
        var inner = Parse();
        scanner.SkipSpace();
        depth--;
        return scanner.Take(')')
            ? inner
            : throw scanner.Error("Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after marker expression", open);
    }

    private Comparison Item()
    {
        var left = Value();
        scanner.SkipSpace();
        var comparison = Operator();
        scanner.SkipSpace();
        return new(left, comparison, Value());
    }

    private Operand Value() =>
        scanner.Take(Variable()) is { } variable ? new(Canonical(variable.Replace('.', '_')), true)
        : scanner.Take(Quoted()) is { } quoted ? new(Evaluate(quoted), false)
        : throw scanner.Error("Expected a marker variable or quoted string");

    private string Evaluate(string quoted) => PythonString.Evaluate(quoted) is { Value: { } value } ? value
        : throw scanner.Failure($"an environment marker has {PythonString.Evaluate(quoted).Why} in a quoted value, which Python cannot parse");

    private string Operator()
    {
        if (scanner.Take(In()) is not null)
        {
            return "in";
        }

        if (scanner.Take(Not()) is not null)
        {
            scanner.Expect(Space(), "whitespace after 'not'");
            scanner.Expect(In(), "'in' after 'not'");
            return "not in";
        }

        return scanner.Take(Comparison())
            ?? throw scanner.Error("Expected marker operator, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in");
    }

    private static string Canonical(string variable) => variable == "python_implementation" ? "platform_python_implementation" : variable;

    private static System.Text.RegularExpressions.Regex Connective() => RequirementScanner.Connective();

    private static System.Text.RegularExpressions.Regex Comparison() => RequirementScanner.Comparison();
}
