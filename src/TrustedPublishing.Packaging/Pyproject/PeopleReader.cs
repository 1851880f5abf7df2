using System.Buffers;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary><c>authors</c> and <c>maintainers</c>.</summary>
internal static partial class PeopleReader
{
    public static People Read(TableReading reading, string key, FindingList complaints)
    {
        List<string> names = [], emails = [];
        foreach (var item in reading.Tables(key))
        {
            var person = new TableReading(item, complaints);
            var (name, email) = (person.Text("name"), person.Text("email"));
            if (Complaint(item, name, email, person.Keys) is { } complaint)
            {
                complaints.Add(complaint);
            }
            else if (email is null)
            {
                names.Add(name!.Text!.Trim());
            }
            else
            {
                emails.Add(name is null ? email.Text! : $"{Quoted(name.Text!.Trim())} <{email.Text}>");
            }
        }

        return new(Joined(names), Joined(emails));
    }

    private static PackagingFinding? Complaint(TomlNode item, TomlNode? name, TomlNode? email, IReadOnlyList<string> keys) =>
        keys.Count == 0 || keys.Except(["name", "email"]).Any() || (name is null && email is null) ? Diagnostics.PersonKeys(item)
        : name is not null && !(email is null ? Name() : QuotedName()).IsMatch(name.Text!) ? Diagnostics.PersonName(name)
        : email is not null && !Mailbox().IsMatch(email.Text!) ? Diagnostics.PersonEmail(email)
        : null;

    private static string? Joined(List<string> people) => people.Count == 0 ? null : string.Join(", ", people);

    private static readonly SearchValues<char> Special = SearchValues.Create("()<>[]:;@\\,.\"");

    /// <summary>RFC 5322: a display name with one of these characters must be quoted.</summary>
    private static string Quoted(string name) =>
        name.AsSpan().IndexOfAny(Special) < 0 ? name
        : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>With an address, a name with commas can be quoted.</summary>
    [GeneratedRegex(@"\A\P{Cc}*[^,\p{Cc}\s]\P{Cc}*\z")]
    private static partial Regex QuotedName();

    /// <summary>The specification forbids commas, which separate people in core metadata.</summary>
    [GeneratedRegex(@"\A[^,\p{Cc}]*[^,\p{Cc}\s][^,\p{Cc}]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^\s@<>,;:()\[\]\\""]+\.[^\s@<>,;:()\[\]\\"".]+\z")]
    private static partial Regex Mailbox();
}
