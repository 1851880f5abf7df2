using TrustedPublishing.Distributions;

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
        Assert.Empty(Files(project));
        Assert.Contains("TERMS", project.Sdist().Keys);
    }

    [Theory]
    [InlineData("mit", "MIT")]
    [InlineData("MIT or  apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("(mit and bsd-3-clause)or gpl-2.0-or-later with classpath-exception-2.0", "(MIT AND BSD-3-Clause) OR GPL-2.0-or-later WITH Classpath-exception-2.0")]
    [InlineData("licenseref-Own", "LicenseRef-Own")]
    public void AreExpressionsInTheOfficialSpelling(string given, string expected)
    {
        using var project = new PythonProject($"{PythonProject.Minimal}\nlicense = \"{given}\"\n");
        Assert.Equal(expected, CoreMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(project.Metadata())).Get("License-Expression"));
    }

    private static IEnumerable<string> Files(PythonProject project) =>
        CoreMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(project.Metadata())).GetAll("License-File");
}
