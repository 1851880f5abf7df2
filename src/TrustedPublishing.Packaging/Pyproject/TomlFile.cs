using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>Parses text to a tree of <see cref="TomlNode"/>.</summary>
internal static class TomlFile
{
    public static TomlNode? Parse(string text, FindingList complaints)
    {
        var errors = SyntaxParser.Parse(text).Diagnostics.Where(message => message.Kind == DiagnosticMessageKind.Error).ToList();
        errors.ForEach(error => complaints.Add(Diagnostics.NotToml(error.Span.Start.Line + 1, error.Message)));
        if (errors.Count > 0)
        {
            return null;
        }

        try
        {
            var parser = TomlParser.Create(text, new TomlParserOptions { DecodeScalars = true });
            var root = new TomlNode("", null);
            return parser.MoveNext() && parser.MoveNext() ? Value(parser, root, text) : root;
        }
        catch (TomlException e)
        {
            complaints.Add(Diagnostics.NotToml(e.Line ?? 1, e.Message));
            return null;
        }
    }

    private static TomlNode Value(TomlParser parser, TomlNode node, string text)
    {
        switch (parser.Current.Kind)
        {
            case TomlParseEventKind.StartTable:
                Table(parser, node, text);
                break;
            case TomlParseEventKind.StartArray:
                Array(parser, node, text);
                break;
            case TomlParseEventKind.String:
                node.Text = parser.GetString();
                break;
            default:
                node.Literal = parser.Current.Span is { } span ? text[span.Start.Offset..(span.End.Offset + 1)] : "";
                break;
        }

        node.End = node.Items is null && node.Members is null && parser.Current.Span is { } value ? value.End.Offset + 1 : 0;
        return node;
    }

    /// <summary>A table may be defined in several parts (<c>[project]</c> … <c>[project.urls]</c>), which are merged.</summary>
    private static void Table(TomlParser parser, TomlNode node, string text)
    {
        node.Members ??= [];
        while (parser.MoveNext() && parser.Current.Kind == TomlParseEventKind.PropertyName)
        {
            var name = parser.GetPropertyName() ?? "";
            var child = node.Members.GetValueOrDefault(name) ?? new(Join(node.Path, name), parser.Current.Span);
            node.Members[name] = child;
            _ = parser.MoveNext();
            _ = Value(parser, child, text);
        }
    }

    private static void Array(TomlParser parser, TomlNode node, string text)
    {
        node.Items ??= [];
        while (parser.MoveNext() && parser.Current.Kind != TomlParseEventKind.EndArray)
        {
            node.Items.Add(Value(parser, new(node.Path, parser.Current.Span ?? node.Key), text));
        }
    }

    private static string Join(string path, string name)
    {
        var key = BareKeySyntax.IsBareKey(name) ? name : $"\"{name}\"";
        return path.Length == 0 ? key : $"{path}.{key}";
    }
}
