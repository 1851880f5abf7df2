using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>
/// Arguments as an interpolated string: values with spaces are quoted; <c>:nq</c> does not quote, <c>:r</c> does not quote and keeps the value out of
/// logs.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private readonly StringBuilder _text;
    private readonly List<string> _secrets;

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _text = new StringBuilder(literalLength);
        _secrets = [];
        handlerIsValid = true;
    }

    public readonly void AppendLiteral(string value) => _text.Append(value);

    public readonly void AppendFormatted(object obj, string format = null)
    {
        var text = obj.ToString();
        if (format == "r")
            _secrets.Add(text);
        _text.Append(format is "r" or "nq" || !text.Contains(' ') || IsQuoted(text) ? text : $"\"{text.Replace("\"", "\\\"")}\"");
    }

    internal readonly string ToStringAndClear()
    {
        var text = _text.ToString();
        _text.Clear();
        return text.Length > 1 && text[0] == '"' && text.IndexOf('"', 1) == text.Length - 1 ? text[1..^1] : text;
    }

    internal readonly Func<string, string> GetFilter()
    {
        var secrets = _secrets;
        return x => secrets.Aggregate(x, (text, secret) => text.Replace(secret, "[REDACTED]"));
    }

    private static bool IsQuoted(string text) => (text.StartsWith('"') && text.EndsWith('"')) || (text.StartsWith('\'') && text.EndsWith('\''));
}
