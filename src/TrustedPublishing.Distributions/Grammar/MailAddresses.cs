namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// Finds the address in <c>Author-email</c> and <c>Maintainer-email</c> as Python's <c>email.utils.parseaddr</c> does (RFC 2822, strict): the address
/// of a single mailbox; for a list or unparsable text nothing, which PyPI accepts.
/// </summary>
internal sealed class MailAddresses
{
    /// <summary>Only the parser allows nested groups; deeper nesting would exhaust the stack.</summary>
    private const int MaximumDepth = 100;

    private readonly MailScanner scanner;
    private int depth;

    private MailAddresses(string field) => scanner = new(field);

    /// <summary>The only address, or empty.</summary>
    public static string Only(string field) =>
        MailScanner.HasPairedParentheses(field) && new MailAddresses(field).List() is [var only] && !only.Contains('[', StringComparison.Ordinal) ? only : "";

    private List<string> List()
    {
        List<string> addresses = [];
        while (!scanner.AtEnd)
        {
            var found = Address();
            addresses.AddRange(found.Count == 0 ? [""] : found);
        }

        return addresses;
    }

    private List<string> Address()
    {
        scanner.SkipComments();
        var start = scanner.Position;
        var phrase = Phrase();
        scanner.SkipComments();
        List<string> found = scanner.Current switch
        {
            '.' or '@' => AddressAt(start),
            ':' when depth < MaximumDepth => Group(),
            '<' => [Route()],
            _ => Unreadable(phrase),
        };
        scanner.SkipComments();
        scanner.Take(',');
        return found;
    }

    private List<string> AddressAt(int start)
    {
        scanner.Position = start;
        return [Specification()];
    }

    private List<string> Unreadable(List<string> phrase)
    {
        scanner.Position += phrase.Count == 0 && scanner.IsAtSpecial ? 1 : 0;
        return phrase is [var first, ..] ? [first] : [];
    }

    private List<string> Group()
    {
        depth++;
        List<string> members = [];
        for (scanner.Position++; !scanner.AtEnd; members.AddRange(Address()))
        {
            scanner.SkipComments();
            if (scanner.Take(';'))
            {
                break;
            }
        }

        depth--;
        return members;
    }

    /// <summary>The address in angle brackets; obsolete routes before it are skipped.</summary>
    private string Route()
    {
        var isRoute = false;
        for (scanner.Position++; !scanner.AtEnd;)
        {
            scanner.SkipComments();
            if (isRoute)
            {
                Domain();
                isRoute = false;
            }
            else if (scanner.Take('>'))
            {
                break;
            }
            else if (scanner.Current is '@' or ':')
            {
                isRoute = scanner.Current == '@';
                scanner.Position++;
            }
            else
            {
                var address = Specification();
                scanner.Position++;
                return address;
            }
        }

        return "";
    }

    private string Specification()
    {
        scanner.SkipComments();
        var (local, space) = ("", "");
        while (!scanner.AtEnd && (scanner.Current is '.' or '"' || !scanner.IsAtAtomEnd))
        {
            var dot = scanner.Current == '.';
            local += dot ? "" : space;
            local += scanner.Take('.') ? "." : scanner.Current == '"' ? Requote(scanner.Delimited('"')) : scanner.Atom(withDots: false);
            space = scanner.SkipComments();
            space = dot ? "" : space;
        }

        if (!scanner.Take('@'))
        {
            return scanner.AtEnd ? local + space : local;
        }

        scanner.SkipComments();
        var domain = Domain();
        return domain.Length == 0 ? "" : $"{local}@{domain}";
    }

    /// <summary>A second @ makes it invalid: <c>a@here@there</c> is not an address.</summary>
    private string Domain()
    {
        var domain = "";
        while (!scanner.AtEnd && scanner.Current != '@')
        {
            if (scanner.Current == '(')
            {
                scanner.Comment();
            }
            else if (scanner.Current is ' ' or '\t')
            {
                scanner.Position++;
            }
            else if (scanner.Current == '[')
            {
                domain += $"[{scanner.Delimited(']')}]";
            }
            else if (scanner.Current != '.' && scanner.IsAtAtomEnd)
            {
                return domain;
            }
            else
            {
                domain += scanner.Take('.') ? "." : scanner.Atom(withDots: false);
            }
        }

        return scanner.AtEnd ? domain : "";
    }

    private List<string> Phrase()
    {
        List<string> words = [];
        while (!scanner.AtEnd)
        {
            if (MailScanner.IsSpace(scanner.Current) || scanner.Current == '(')
            {
                scanner.SkipComments();
            }
            else if (scanner.Current == '"')
            {
                words.Add(scanner.Delimited('"'));
            }
            else if (scanner.Current != '.' && scanner.IsAtAtomEnd)
            {
                break;
            }
            else
            {
                words.Add(scanner.Atom(withDots: true));
            }
        }

        return words;
    }

    private static string Requote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
