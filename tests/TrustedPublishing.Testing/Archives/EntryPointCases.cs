using System.Text;
using static TrustedPublishing.Testing.Archives.ArchiveCases;

namespace TrustedPublishing.Testing.Archives;

/// <summary>entry_points.txt: names that become files on the user's machine must not point outside the scripts folder.</summary>
internal static class EntryPointCases
{
    private const string Refusal = $"Wheel '{TestWheel.FileName}' has invalid entry points defined in the entry_points.txt file";

    private static readonly string[] Good =
        ["foo", "foo.bar", "foo_bar", "foo-bar", "foo123", "123foo", "_foo", "foo_", "foo.", ".foo", "foo..bar", "_", "-_-", "grüß", "²"];

    private static readonly string[] Bad =
    [
        " ", "", "foo bar", "foo\tbar", "foo\rbar", "foo/bar", @"foo\bar", "foo:bar", @"C:\foo", @"..\..\foo", "/foo", "../../../../foo",
    ];

    public static IReadOnlyList<ArchiveCase> All { get; } =
    [
        .. Good.Select(name => Named($"name '{name}'", $"[console_scripts]\n{name} = foo:main\n")),
        .. Bad.Select(name => Named($"name '{Visible(name)}'", $"[console_scripts]\n{name} = foo:main\n", Refusal)),
        .. Bad.Select(name => Named($"GUI name '{Visible(name)}'", $"[gui_scripts]\n{name} = foo:main\n", Refusal)),
        Named("path in another section", "[other]\n/foo/ = bar:main\n"),
        Named("path in the default section", "[DEFAULT]\n/foo/ = bar:main\n[console_scripts]\nx = y:z\n", Refusal),
        Named("path in the default section, no scripts", "[DEFAULT]\n/foo/ = bar:main\n[other]\nx = y:z\n"),
        Named("no delimiter", "[console_scripts]\nfoo:main\n", Refusal),
        Named("no section", "foo = bar:main\n", Refusal),
        Named("section twice", "[a]\nx = y\n[a]\nz = y\n", Refusal),
        Named("name twice", "[a]\nx = y\nx = z\n", Refusal),
        Named("name twice in another case", "[a]\nx = y\nX = z\n"),
        Named("comments and continued lines", "# c\n; c\n[a]\nx = y\n  z /\n\n  w\n  [b]\n[console_scripts]\r\ny = z:z\r\n"),
        Named("empty", ""),
        Named("byte order mark", "\uFEFF[console_scripts]\nx = y:z\n", Refusal),
        Named("text behind a section's name", "[console_scripts] trailing\n/x = y:z\n", Refusal),
        Named("unclosed section", "[console_scripts\nx = y:z\n", Refusal),
        Wheel("entry points: not UTF-8", TestWheel.WithEntryPoints([0xFF, 0xFE]), Refusal),
    ];

    private static string Visible(string name) => name.Replace("\t", "<TAB>", StringComparison.Ordinal).Replace("\r", "<CR>", StringComparison.Ordinal);

    private static ArchiveCase Named(string name, string text, string? refusal = null) =>
        Wheel($"entry points: {name}", TestWheel.WithEntryPoints(Encoding.UTF8.GetBytes(text)), refusal);
}
