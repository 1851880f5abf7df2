using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>
/// A Python file that is parsed but not run: its docstring, and the names to which a top-level statement assigns a literal value. Anything that
/// requires an interpreter is unknown.
/// </summary>
internal sealed partial class PythonModule
{
    private readonly List<string> statements;

    public PythonModule(string text) => statements = [.. PythonStatements.TopLevel(text)];

    /// <summary>The first statement, if it is a string.</summary>
    public string? Docstring => statements.Count > 0 ? PythonLiteral.Text(statements[0]) : null;

    /// <summary>
    /// The values of a name in the order of its assignments; null for a value that is not a string, a number, or a sequence of them.
    /// </summary>
    public IReadOnlyList<string?> Values(string name) =>
    [
        .. from statement in statements
           let match = Assignment().Match(statement)
           where match.Success && match.Groups["target"].Captures.Any(target => target.Value == name)
           select PythonLiteral.Version(match.Groups["value"].Value),
    ];

    /// <summary>
    /// The relative module and the original name from which a name was imported, for example <c>.about</c> and <c>VERSION</c>; null if it was not
    /// imported.
    /// </summary>
    public (string Module, string Name)? Import(string name)
    {
        foreach (var match in statements.Select(statement => Imports().Match(statement)).Where(match => match.Success))
        {
            var names = match.Groups["names"].Value.Trim('(', ')', ' ', '\n', '\r', '\t').Split(',')
                .Select(item => item.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            var found = names.FirstOrDefault(words => words.Length > 0 && words[^1] == name);
            if (found is not null)
            {
                return (match.Groups["module"].Value, found[0]);
            }
        }

        return null;
    }

    [GeneratedRegex(@"\A(?:(?<target>\w+)\s*(?::[^=]+)?=(?!=)\s*)+(?<value>.+)\z", RegexOptions.Singleline)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\Afrom\s+(?<module>\.[\w.]*)\s+import\s+(?<names>\([^()]*\)|[^()]+)\z", RegexOptions.Singleline)]
    private static partial Regex Imports();
}

/// <summary>The unindented statements of a Python file, without comments.</summary>
internal static class PythonStatements
{
    public static IEnumerable<string> TopLevel(string text)
    {
        var statement = new StringBuilder();
        var depth = 0;
        for (var (i, length) = (0, 1); i < text.Length; i += length)
        {
            var c = text[i];
            length = c is '"' or '\'' ? StringLength(text, i) : c == '#' ? Rest(text, i) : c == '\\' && text.AsSpan(i).StartsWith("\\\n") ? 2 : 1;
            depth = Math.Max(0, depth + (c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0));
            if (c == '#' || (c == '\\' && length == 2))
            {
                continue;
            }

            if ((c == '\n' || c == ';') && depth == 0)
            {
                if (IsAtMargin(statement))
                {
                    yield return statement.ToString().Trim();
                }

                // A statement after ';' is unindented if, and only if, the statement before it is; this is sufficient for "x; y".
                var isIndented = c == ';' && !IsAtMargin(statement);
                statement.Clear().Append(isIndented ? " " : "");
            }
            else if (statement.Length > 0 || c != ' ' || i == 0 || text[i - 1] != ';')
            {
                statement.Append(text, i, length);
            }
        }

        if (IsAtMargin(statement))
        {
            yield return statement.ToString().Trim();
        }
    }

    /// <summary>The number of remaining characters in the line.</summary>
    private static int Rest(string text, int start) => (text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length) - start;

    private static bool IsAtMargin(StringBuilder statement) => statement.Length > 0 && !char.IsWhiteSpace(statement[0]);

    /// <summary>The length of the string literal whose opening quote is at a position.</summary>
    private static int StringLength(string text, int start)
    {
        var quote = text.AsSpan(start).StartsWith(new string(text[start], 3)) ? new string(text[start], 3) : text[start].ToString();
        for (var i = start + quote.Length; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (string.CompareOrdinal(text, i, quote, 0, quote.Length) == 0)
            {
                return i + quote.Length - start;
            }
            else if (text[i] == '\n' && quote.Length == 1)
            {
                return i - start;
            }
        }

        return text.Length - start;
    }
}
