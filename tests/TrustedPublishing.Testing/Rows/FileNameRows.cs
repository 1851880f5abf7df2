namespace TrustedPublishing.Testing.Rows;

/// <summary>File names with PyPI's verdicts.</summary>
public static class FileNameRows
{
    private const string Pep = "See https://www.python.org/dev/peps/pep-0527";
    private const string Unknown = $"Invalid file extension: Use .tar.gz, .whl or .zip extension. {Pep} and https://peps.python.org/pep-0715/ for more information";

    private const string Unprintable =
        "Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127) in the name.";

    private static readonly string[] NotNormal = ["Some_Thing", "some.thing"];

    private static readonly string[] PostReleases =
        ["some_thing-1.0.post9.zip", "some-thing-1.0.post9.tar.gz", "some-thing-1.0-9.tar.gz", "some_thing-1.0-9.tar.gz", "some_thing-1.o-9.tar.gz"];

    /// <summary>The rows.</summary>
    public static IReadOnlyList<FileNameRow> All { get; } = [.. Sdists, .. Wheels, .. Projects, .. Extensions, .. Characters, .. Parsed, .. Long];

    private static FileNameRow[] Sdists =>
    [
        .. from name in PostReleases
           select new FileNameRow("sdist", "some-thing", "1.0.post9", name, $"Filename '{name}' is invalid, should be 'some_thing-1.0.post9.tar.gz'."),
        new("sdist", "some-thing", "1.2.3", "some_thing-1.02.3.tar.gz", "Filename 'some_thing-1.02.3.tar.gz' is invalid, should be 'some_thing-1.2.3.tar.gz'."),
        new("sdist", "some-thing", "1.0", "Some_Thing-1.0.tar.gz", "Filename 'Some_Thing-1.0.tar.gz' is invalid, should be 'some_thing-1.0.tar.gz'."),
        new("sdist", "wutang", "1.2.3", "wutang-6.6.6.tar.gz", "Filename 'wutang-6.6.6.tar.gz' is invalid, should be 'wutang-1.2.3.tar.gz'."),
        new("sdist", "foo", "1.0", "foo-1.0.zip", "Filename 'foo-1.0.zip' is invalid, should be 'foo-1.0.tar.gz'."),
        new("sdist", "flufl.enum", "1.0", "flufl_enum-1.0.tar.gz", null),
        new("sdist", "foo-.bar", "1.0", "foo_bar-1.0.tar.gz", null),
    ];

    private static FileNameRow[] Wheels =>
    [
        .. from name in NotNormal
           select new FileNameRow("bdist_wheel", "some-thing", "1.0", $"{name}-1.0-py3-none-any.whl",
               $"Filename '{name}-1.0-py3-none-any.whl' should contain the normalized project name 'some_thing', not '{name}'."),
        new("bdist_wheel", "wutang", "1.2.3", "wutang-6.6.6-py3-none-any.whl", "Version in filename should be '1.2.3' not '6.6.6'."),
        new("bdist_wheel", "foo", "1.0", "foo-1.0.whl", "Invalid wheel filename (wrong number of parts): 'foo-1.0'")
        {
            ArchiveRefusal = "Invalid distribution file. Unable to parse name and version from wheel filename",
        },
        new("bdist_wheel", "foo", "1.0", "foo-1.0-q-py3-none-any.whl", "Invalid build number: q in 'foo-1.0-q-py3-none-any'"),
        new("bdist_wheel", "foo", "1.0", "foo-0.0.4test1-py3-none-any.whl", "Invalid wheel filename (invalid version): 'foo-0.0.4test1-py3-none-any'"),
        new("bdist_wheel", "flufl.enum", "1.0", "flufl_enum-1.0-py3-none-any.whl", null),
        new("bdist_wheel", "foo-.bar", "1.0", "foo_bar-1.0-py3-none-any.whl", null),
        new("bdist_wheel", "foo", "1.0", "foo-1.0-py3-none-linux_x86_64.win32.whl",
            "Binary wheel 'foo-1.0-py3-none-linux_x86_64.win32.whl' has an unsupported platform tag 'linux_x86_64'."),
    ];

    private static FileNameRow[] Projects =>
    [
        new("sdist", "something_else", "1.0", "nope-1.0.tar.gz", "Start filename for 'something_else' with 'something_else'."),
        new("bdist_wheel", "something_else", "1.0", "nope-1.0-py3-none-any.whl", "Start filename for 'something_else' with 'something_else'."),
        new("sdist", "no", "1.0", "nope-1.0.tar.gz", "Start filename for 'no' with 'no'."),
        new("bdist_wheel", "no", "1.0", "nope-1.0-py3-none-any.whl", "Start filename for 'no' with 'no'."),
        new("sdist", "foo", "1.0", "-1.0.tar.gz", "Start filename for 'foo' with 'foo'."),
        new("sdist", "no", "1.0", "no-way-1.0.tar.gz", "Start filename for 'no' with 'no'."),
        new("bdist_wheel", "no", "1.0", "no_way-1.0-py3-none-any.whl", "Start filename for 'no' with 'no'."),
        new("bdist_wheel", "foo-.bar", "1.0", "foobar-1.0-py3-none-any.whl", "Start filename for 'foo-.bar' with 'foo_bar'."),
        new("bdist_wheel", "foo", "1.0", "-1.0-py3-none-any.whl", "Start filename for 'foo' with 'foo'."),
    ];

    private static FileNameRow[] Extensions =>
    [
        Early("sdist", "foo-1.0-py3-none-any.whl", $"Invalid file extension: Extension .whl is invalid for filetype sdist. {Pep} for more information."),
        Early("bdist_wheel", "foo-1.0.tar.gz", $"Invalid file extension: Extension .tar.gz is invalid for filetype bdist_wheel. {Pep} for more information."),
        Early("bdist_wheel", "foo-1.0.zip", $"Invalid file extension: Extension .zip is invalid for filetype bdist_wheel. {Pep} for more information."),
        Early("bdist_wheel", "foo-1.0-py3-none-any.WHL", $"Invalid file extension: Extension .WHL is invalid for filetype bdist_wheel. {Pep} for more information."),
        Early("sdist", "foo-1.0.tar.bz2", Unknown),
        Early("sdist", "foo-1.0.tar.wat", Unknown),
        Early("sdist", "foo-1.0.tgz", Unknown),
    ];

    private static FileNameRow[] Characters =>
    [
        Early("sdist", "/foo-1.0.tar.gz", @"Cannot upload a file with '/' or '\' in the name."),
        Early("sdist", @"\foo-1.0.tar.gz", @"Cannot upload a file with '/' or '\' in the name."),
        .. Enumerable.Range(0, 32).Append(127).Select(code => Early("sdist", $"foo-1.0{(char)code}.tar.gz", Unprintable)),
    ];

    private static FileNameRow[] Parsed =>
    [
        new("bdist_wheel", "foo", "1.0", "foo-1.0-1a-py3-none-any.whl", null),
        new("bdist_wheel", "foo", "1!1.0", "foo-1!1.0-py3-none-any.whl", null),
        new("bdist_wheel", "foo", "1.0", "foo-v1.0-py3-none-any.whl", null),
        new("bdist_wheel", "foo", "1.0", "foo-bar-1.0-py3-none-any.whl", "Invalid wheel filename (invalid version): 'foo-bar-1.0-py3-none-any'"),
        new("bdist_wheel", "foo", "1.0", "foo-1.0_1-py3-none-any.whl", "Invalid wheel filename (invalid version): 'foo-1.0_1-py3-none-any'"),
        new("bdist_wheel", "foo", "1.0", "foo-charmander-py3-none-any.whl", "Invalid wheel filename (invalid version): 'foo-charmander-py3-none-any'"),
        new("bdist_wheel", "foo", "1.0", "foo__bar-1.0-py3-none-any.whl", "Invalid project name: 'foo__bar-1.0-py3-none-any'"),
        new("bdist_wheel", "foo", "1.0", "fo o-1.0-py3-none-any.whl", "Invalid project name: 'fo o-1.0-py3-none-any'"),
        new("sdist", "foo", "1.0", "something.tar.gz", "Invalid source distribution filename: something.tar.gz"),
        new("sdist", "foo", "1.0", "foo-dog.tar.gz", "Invalid source distribution filename: foo-dog.tar.gz"),
        new("sdist", "foo-bar", "1.0", "foo-bar-1.0.tar.gz", "Filename 'foo-bar-1.0.tar.gz' is invalid, should be 'foo_bar-1.0.tar.gz'."),
    ];

    /// <summary>A name of 255 bytes is rejected for its content; on a longer one, the server fails.</summary>
    private static FileNameRow[] Long =>
    [
        new("sdist", "foo", "1.0", $"{new string('a', 244)}-1.0.tar.gz", "Start filename for 'foo' with 'foo'."),
        Early("sdist", $"{new string('a', 245)}-1.0.tar.gz", "PyPI's server fails on this name with status 500 (Internal Server Error): it has more than 255 bytes, which no file name can have."),
        Early("sdist", $"{new string('ä', 123)}-1.0.tar.gz", "PyPI's server fails on this name with status 500 (Internal Server Error): it has more than 255 bytes, which no file name can have."),
    ];

    private static FileNameRow Early(string type, string name, string refusal) => new(type, "foo", "1.0", name, refusal, BeforeReading: true);
}
