using System.Text;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Reads comma-separated values like Python's <c>csv</c> module in strict mode.</summary>
internal sealed class CsvReader
{
    private readonly char delimiter;
    private readonly char quote;
    private readonly char? escape;
    private readonly bool skipsSpace;
    private readonly StringBuilder field = new();
    private List<string> row = [];
    private State state;

    private CsvReader(char delimiter, char quote, char? escape, bool skipsSpace) =>
        (this.delimiter, this.quote, this.escape, this.skipsSpace) = (delimiter, quote, escape, skipsSpace);

    private enum State
    {
        RowStart,
        FieldStart,
        Field,
        Quoted,
        QuoteInQuoted,
        Escaped,
        EscapedInQuoted,
    }

    /// <summary>Creates a reader for a dialect, whose characters may be given as codes.</summary>
    /// <exception cref="ArgumentException">The dialect is invalid.</exception>
    public static CsvReader Create(string? delimiter, string? quote, string? escape, bool keepsSpace)
    {
        var d = delimiter switch { null => ',', "tab" => '\t', "space" => ' ', _ => Character(delimiter) };
        var (q, e) = (quote is null ? '"' : Character(quote), escape is null ? (char?)null : Character(escape));
        foreach (var (name, character, allowsSpace) in new[] { ("delimiter", (char?)d, true), ("escapechar", e, keepsSpace), ("quotechar", q, keepsSpace) })
        {
            if (character is '\r' or '\n' || (character == ' ' && !allowsSpace))
            {
                throw new ArgumentException($"bad {name} value");
            }
        }

        return d == q || d == e || q == e ? throw new ArgumentException("bad delimiter, escapechar or quotechar value") : new(d, q, e, !keepsSpace);
    }

    /// <summary>Reads rows.</summary>
    /// <exception cref="FormatException">The text does not conform to this dialect.</exception>
    public List<List<string>> Rows(IEnumerable<string> lines)
    {
        List<List<string>> rows = [];
        (row, state) = ([], State.RowStart);
        foreach (var line in lines)
        {
            foreach (var c in line)
            {
                Read(c);
            }

            EndLine(rows);
        }

        return state == State.RowStart ? rows : throw new FormatException("unexpected end of data");
    }

    private static char Character(string code) => RstValues.Code(code) is { Length: 1 } character ? character[0] : '\ufffd';

    private void Read(char c)
    {
        switch (state)
        {
            case State.RowStart or State.FieldStart:
                state = State.FieldStart;
                Start(c);
                break;
            case State.Escaped:
                Add(c, State.Field);
                break;
            case State.EscapedInQuoted:
                Add(c, State.Quoted);
                break;
            case State.Field when c == delimiter:
                EndField(State.FieldStart);
                break;
            case State.Quoted when c == quote:
                state = escape is null ? State.QuoteInQuoted : State.Field;
                break;
            case State.Field or State.Quoted when c == escape:
                state = state == State.Field ? State.Escaped : State.EscapedInQuoted;
                break;
            case State.QuoteInQuoted when c == quote:
                Add(c, State.Quoted);
                break;
            case State.QuoteInQuoted:
                AfterQuote(c);
                break;
            default:
                Add(c, state);
                break;
        }
    }

    private void Start(char c)
    {
        if (c == quote)
        {
            state = State.Quoted;
        }
        else if (c == escape)
        {
            state = State.Escaped;
        }
        else if (c == delimiter)
        {
            EndField(State.FieldStart);
        }
        else if (!(c == ' ' && skipsSpace))
        {
            Add(c, State.Field);
        }
    }

    private void AfterQuote(char c)
    {
        if (c != delimiter)
        {
            throw new FormatException($"'{delimiter}' expected after '{quote}'");
        }

        EndField(State.FieldStart);
    }

    /// <summary>A quoted field continues on the next line.</summary>
    private void EndLine(List<List<string>> rows)
    {
        switch (state)
        {
            case State.Quoted or State.EscapedInQuoted:
                Add('\n', State.Quoted);
                return;
            case State.Escaped:
                Add('\n', State.Field);
                return;
            case State.RowStart:
                rows.Add([]);
                return;
            default:
                break;
        }

        EndField(State.RowStart);
        rows.Add(row);
        row = [];
    }

    private void EndField(State next)
    {
        row.Add(field.ToString());
        field.Clear();
        state = next;
    }

    private void Add(char c, State next)
    {
        field.Append(c);
        state = next;
    }
}
