namespace TrustedPublishing.Testing.Rows;

/// <summary>Names of new projects.</summary>
public static class ProjectNameRows
{
    private const string Help = "See https://pypi.org/help/#project-name for more information.";

    private static readonly string[] StandardLibrary =
    [
        "xml", "XML", "pickle", "PiCKle", "main", "future", "al", "uU", "test", "encodings", "encodings.idna", "encodings.utf_8_sig",
        "distutils.command.build_clib", "xmlrpc", "xmlrpc.server", "xml.etree", "xml.etree.ElementTree", "xml.parsers.expat.errors",
        "CGIHTTPServer", "cgihttpserver",
    ];

    /// <summary>Names and the message with which PyPI rejects them, or null.</summary>
    public static IReadOnlyList<(string Name, string? Refusal)> All { get; } =
    [
        ("greeter", null),
        ("xml-greeter", null),
        ("foo-", "The name 'foo-' is invalid."),
        ("requirements.txt", $"The name 'requirements.txt' isn't allowed. {Help}"),
        ("rrequirements.txt", $"The name 'rrequirements.txt' isn't allowed. {Help}"),
        .. StandardLibrary.Select(name => (name, (string?)$"The name '{name}' isn't allowed (conflict with Python Standard Library module name). {Help}")),
    ];
}
