using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>What the names and the texts in an archive say, at the limits of their grammars.</summary>
public sealed class TextsInAnArchive
{
    [Theory]
    [InlineData("a,h,1", "a", "h")]
    [InlineData("a", "a", "")]
    [InlineData("\"a\"", "a", "")]
    [InlineData("\"a\"\"b\",h", "a\"b", "h")]
    [InlineData("\"\"\"a\"\"\",h", "\"a\"", "h")]
    [InlineData("\"\",h", "", "h")]
    [InlineData("a,\"h,i\",1", "a", "h,i")]
    [InlineData("a,\"h\",1", "a", "h")]
    [InlineData("a\\b\"c,h", "a/b\"c", "h")]
    public void AreRowsOfRecord(string line, string path, string hash)
    {
        var (rows, problem) = RecordFile.Read(line);

        Assert.Equal(RecordProblem.None, problem);
        Assert.Equal((path, hash), Assert.Single(rows));
    }

    /// <summary>Characters outside the basic plane count once.</summary>
    [Theory]
    [InlineData(131_072, 0, true)]
    [InlineData(131_073, 0, false)]
    [InlineData(131_071, 1, true)]
    [InlineData(131_072, 1, false)]
    [InlineData(0, 131_072, true)]
    [InlineData(0, 131_073, false)]
    public void AreFieldsOfSoManyCharacters(int letters, int faces, bool fits)
    {
        var field = new string('a', letters) + string.Concat(Enumerable.Repeat("😀", faces));

        Assert.Equal(fits ? RecordProblem.None : RecordProblem.LongField, RecordFile.Read(field).Problem);
    }

    [Theory]
    [InlineData("[a]\nx = y", null)]
    [InlineData("[]", "it does not begin with a section")]
    [InlineData("[a]\nx", "the line \"x\" has no '='")]
    [InlineData("[a]\n=x", "a line has no name before its '='")]
    [InlineData("[a]\n = x", "a line has no name before its '='")]
    public void AreEntryPoints(string content, string? complaint) => Assert.Equal(complaint, EntryPointsFile.Complaint(content));

    [Theory]
    [InlineData("__pyarmor__(__name__, __file__,", "PyArmor")]
    [InlineData("__pyarmor_enter__", "PyArmor")]
    [InlineData("__pyarmor_exit__", "PyArmor")]
    [InlineData("__pyarmor_assert__", "PyArmor")]
    [InlineData("__pyarmor_bcc__", "PyArmor")]
    [InlineData("---BEGIN PYE FILE------END PYE FILE---", "SourceDefender")]
    [InlineData("---END PYE FILE------BEGIN PYE FILE---", "SourceDefender")]
    [InlineData("---END PYE FILE---", null)]
    [InlineData("---BEGIN PYE FILE---", null)]
    public void AreMarksOfObfuscators(string text, string? product)
    {
        var expected = product is null ? null : $"{product}-encrypted content is not allowed. See https://pypi.org/policy/acceptable-use-policy/ for more information.";

        Assert.Equal(expected, ObfuscatorMarks.Find(System.Text.Encoding.ASCII.GetBytes(text)));
        Assert.Equal(expected, ObfuscatorMarks.Find(System.Text.Encoding.ASCII.GetBytes($" {text} ")));
    }

    [Theory]
    [InlineData("x.py", true)]
    [InlineData("a/x.PYE", true)]
    [InlineData("a.py/x", false)]
    [InlineData(".py", false)]
    [InlineData("a/..py", false)]
    [InlineData("a/.x.py", true)]
    [InlineData("a/", false)]
    public void AreSearchedForMarks(string path, bool expected) => Assert.Equal(expected, ObfuscatorMarks.Concerns(path));

    [Theory]
    [InlineData("a/b", false)]
    [InlineData("a/..", false)]
    [InlineData("a//../b", false)]
    [InlineData("a//../../b", true)]
    [InlineData("./..", true)]
    [InlineData("/..", true)]
    [InlineData("a\\..\\..\\b", true)]
    [InlineData("C:", true)]
    [InlineData("C:x", true)]
    [InlineData("C", false)]
    [InlineData("1:x", false)]
    [InlineData("", false)]
    public void ArePathsThatLeave(string path, bool expected) => Assert.Equal(expected, PathEscape.Leaves(path));

    [Theory]
    [InlineData('1', "a/b/c", "d", "d")]
    [InlineData('2', "a/b/c", "d", "a/b/d")]
    [InlineData('2', "c", "d", "d")]
    public void AreTargetsOfLinks(char type, string name, string link, string expected) =>
        Assert.Equal(expected, PathEscape.Target(new TarMember(name, type, 0, link, false)));

    [Theory]
    [InlineData("a/b", "a/b")]
    [InlineData("./a//b/.", "a/b")]
    [InlineData("a/../b", "b")]
    [InlineData("a/b/../c", "a/c")]
    [InlineData("../../a", "a")]
    [InlineData("a/../../b", "b")]
    public void ArePathsToResolve(string path, string expected) => Assert.Equal(expected, PathEscape.Resolved(path));

    [Theory]
    [InlineData("a/b a/c", false, "a")]
    [InlineData("a", false, "a")]
    [InlineData("/a/b /a", false, "/a")]
    [InlineData("/a b c", true, "/")]
    [InlineData("a /b /c d", true, "")]
    public void AreInACommonFolder(string paths, bool mixed, string expected)
    {
        var common = new CommonPath();
        foreach (var path in paths.Split(' '))
        {
            common.Add(path);
        }

        Assert.Equal((mixed, expected), (common.Mixed, common.Value));
    }

    /// <summary>METADATA is stored under the name with a suffix of nine bytes, and a longer name than 255 bytes is rejected anyway.</summary>
    [Theory]
    [InlineData(246, false)]
    [InlineData(247, true)]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void AreNamesOfWheels(int length, bool isRejected)
    {
        const string Start = "greeter-1.0-", End = "-none-any.whl";
        var name = $"{Start}{new string('a', length - Start.Length - End.Length)}{End}";

        var findings = WheelRules.Check(new([]), name, new ArchiveBytes(Stream.Null), null, null).Where(finding => finding.Text == $"Filename is too long: '{name}'");

        Assert.Equal(isRejected ? ["The limit is 246 bytes. Shorten the tags, the version or the project's name."] : [], findings.Select(finding => finding.Remedy));
    }

    [Fact]
    public void AreRejectedByTheNameOfTheWheelAlone()
    {
        var form = new UploadForm([new FormField("name", "greeter"), new FormField("version", "2.0")]);

        Assert.Equal(["Version in filename should be '2.0' not '1.0'."], WheelRules.Check(form, TestWheel.FileName, new ArchiveBytes(Stream.Null), null, null).Select(finding => finding.Text));
    }
}
