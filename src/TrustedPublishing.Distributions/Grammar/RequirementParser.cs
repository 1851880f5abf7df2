using System.Text;
using static TrustedPublishing.Distributions.Grammar.RequirementScanner;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>Parses a requirement by recursive descent.</summary>
internal sealed class RequirementParser(string text)
{
    private readonly RequirementScanner scanner = new(text);

    public Requirement Parse()
    {
        scanner.SkipSpace();
        var name = scanner.Expect(Identifier(), "package name at the start of dependency specifier");
        scanner.SkipSpace();
        var extras = Extras();
        scanner.SkipSpace();
        var requirement = scanner.Take('@') ? Direct(name, extras) : Versioned(name, extras);
        return scanner.AtEnd ? requirement : throw scanner.Error("Expected end of dependency specifier");
    }

    private List<string> Extras()
    {
        var open = scanner.Position;
        List<string> extras = [];
        if (!scanner.Take('['))
        {
            return extras;
        }

        scanner.SkipSpace();
        for (var first = scanner.Take(Identifier()); first is not null; first = AnotherExtra())
        {
            extras.Add(first);
        }

        scanner.SkipSpace();
        return scanner.Take(']') ? extras : throw scanner.Error("Expected matching RIGHT_BRACKET for LEFT_BRACKET, after extras", open);
    }

    private string? AnotherExtra()
    {
        scanner.SkipSpace();
        if (scanner.IsAt(Identifier()))
        {
            throw scanner.Error("Expected comma between extra names");
        }

        if (!scanner.Take(','))
        {
            return null;
        }

        scanner.SkipSpace();
        return scanner.Expect(Identifier(), "extra name after comma");
    }

    private Requirement Direct(string name, List<string> extras)
    {
        scanner.SkipSpace();
        var start = scanner.Position;
        var url = scanner.Expect(Url(), "URL after @");
        if (!scanner.AtEnd)
        {
            scanner.Expect(Space(), "whitespace after URL");
        }

        var marker = scanner.AtEnd ? null : Marker(start, "semicolon (after URL and whitespace)");
        return new() { Name = name, Extras = extras, Versions = VersionSpecifiers.None, Url = url, Marker = marker };
    }

    private Requirement Versioned(string name, List<string> extras)
    {
        var start = scanner.Position;
        var open = scanner.Take('(');
        scanner.SkipSpace();
        var text = Specifiers();
        scanner.SkipSpace();
        if (open && !scanner.Take(')'))
        {
            throw scanner.Error("Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after version specifier", start);
        }

        scanner.SkipSpace();
        var marker = scanner.AtEnd ? null : Marker(start, text.Length > 0
            ? "comma (within version specifier), semicolon (after version specifier)"
            : "semicolon (after name with no version specifier)");
        return VersionSpecifiers.TryParse(text, out var versions)
            ? new() { Name = name, Extras = extras, Versions = versions, Marker = marker }
            : throw scanner.Error($"Invalid specifier: {PythonText.Repr(text)}", start);
    }

    private string Specifiers()
    {
        var specifiers = new StringBuilder();
        var start = scanner.Position;
        while (scanner.TakeSpecifier() is { } specifier)
        {
            specifiers.Append(specifier);
            RefuseTrail(start);
            scanner.SkipSpace();
            if (!scanner.Take(','))
            {
                break;
            }

            specifiers.Append(',');
            scanner.SkipSpace();
            start = scanner.Position;
        }

        return specifiers.ToString();
    }

    private void RefuseTrail(int start)
    {
        if (scanner.IsAt(PrefixTrail()))
        {
            throw scanner.Error(".* suffix can only be used with `==` or `!=` operators", start, scanner.Position + 1);
        }

        if (scanner.IsAt(LocalTrail()))
        {
            throw scanner.Error("Local version label can only be used with `==` or `!=` operators", start);
        }
    }

    private Marker.Group Marker(int start, string expected)
    {
        if (!scanner.Take(';'))
        {
            throw scanner.Error($"Expected {expected} or end", start);
        }

        var marker = new MarkerParser(scanner).Parse();
        scanner.SkipSpace();
        return marker;
    }
}
