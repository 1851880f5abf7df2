using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests.Pyproject;

public sealed class Licences
{
    [Fact]
    public void AreFoundByTheirUsualNames()
    {
        using var project = new PythonProject(
            PythonProject.Minimal, "src/greeter/__init__.py", "LICENSE.txt", "LICENCE-MIT", "COPYING", "NOTICE.md", "AUTHORS", "OTHER", "sub/LICENSE");
        Assert.Equal(["AUTHORS", "COPYING", "LICENCE-MIT", "LICENSE.txt", "NOTICE.md"], Files(project));
    }

    [Fact]
    public void AreLeftOutByAnEmptyList()
    {
        using var project = new PythonProject($"{PythonProject.Minimal}\nlicense-files = []\n", "src/greeter/__init__.py", "LICENSE");
        Assert.Empty(Files(project));
    }

    [Fact]
    public void AreFoldedInTheOldForm()
    {
        using var project = new PythonProject($"{PythonProject.Minimal}\nlicense = {{ file = \"TERMS\" }}\n");
        project.Write("TERMS", "One\r\n\r\nTwo\r\n");
        Assert.Equal("One\n\nTwo", CoreMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(project.Metadata())).Get("License"));
        Assert.Equal(["TERMS"], Files(project));
    }

    [Theory]
    [InlineData("mit", "mit")]
    [InlineData("MIT or  Apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("(MIT and BSD-3-Clause)with X", "(MIT AND BSD-3-Clause)WITH X")]
    public void AreExpressionsWithOperatorsInUpperCase(string given, string expected)
    {
        using var folder = new TemporaryDirectory();
        var complaints = new FindingList("pyproject.toml");
        var root = TomlFile.Parse($"[project]\nlicense = \"{given}\"\n", complaints)!;
        var read = LicenseReader.Read(new(root.Find("project"), complaints), new(folder.Path), complaints);
        Assert.Equal(expected, read.Expression);
    }

    private static IEnumerable<string> Files(PythonProject project) =>
        CoreMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(project.Metadata())).GetAll("License-File");
}
