using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

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

    public static implicit operator ArgumentStringHandler(string value) => $"{value.NotNull()}";

    public readonly void AppendLiteral(string value) => _text.Append(value);

    public readonly void AppendFormatted(object obj, int alignment = 0, string format = null) => Append(obj switch
    {
        string secret when format == "r" => Remember(secret),
        string text when text.IsDoubleQuoted() || text.IsSingleQuoted() || format == "nq" => text,
        string text => text.DoubleQuoteIfNeeded(),
        IAbsolutePathHolder holder => holder.Path.ToString(format ?? AbsolutePath.DoubleQuoteIfNeeded),
        _ => obj.ToString(),
    }, alignment);

    public readonly void AppendFormatted(IEnumerable<IAbsolutePathHolder> paths, int alignment = 0, string format = null)
        => Append(paths.Select(x => x.Path.ToString(format ?? AbsolutePath.DoubleQuoteIfNeeded)).JoinSpace(), alignment);

    public readonly string ToStringAndClear()
    {
        var text = _text.ToString();
        _text.Clear();
        return text.Length > 1 && text.IndexOf('"', 1) == text.Length - 1 ? text.TrimMatchingDoubleQuotes() : text;
    }

    public readonly Func<string, string> GetFilter()
    {
        var secrets = _secrets;
        return x => secrets.Aggregate(x, (text, secret) => text.Replace(secret, "[REDACTED]"));
    }

    private readonly string Remember(string secret)
    {
        _secrets.Add(secret);
        return secret;
    }

    private readonly void Append(string text, int alignment) => _text.Append(alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment));
}
