using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary><c>hatch-fancy-pypi-readme</c>: texts, parts of files, and substitutions.</summary>
public sealed class DescriptionsFromHatchsPlugin
{
    private const string Head = """
        [build-system]
        requires = ["hatchling", "hatch-fancy-pypi-readme"]
        build-backend = "hatchling.build"
        [project]
        name = "greeter"
        version = "1.5"
        dynamic = ["readme"]
        [tool.hatch.metadata.hooks.fancy-pypi-readme]
        content-type = "text/markdown"
        """;

    private const string Hook = "tool.hatch.metadata.hooks.fancy-pypi-readme";

    [Theory]
    [InlineData("fragments = [{ text = \"a $HFPR_PACKAGE_NAME\" }, { text = \" $HFPR_VERSION\" }]", "a greeter 1.5")]
    [InlineData("fragments = [{ path = \"R.md\", start-after = \"<!-- a -->\\n\", end-before = \"<!-- z -->\" }]", "One\n## 2\nTwo\n")]
    [InlineData("fragments = [{ path = \"R.md\", start-at = \"## 2\" }]", "## 2\nTwo\n<!-- z -->\nend\n")]
    [InlineData("fragments = [{ path = \"R.md\", pattern = \"a -->\\n(.+?)\\n## \" }]", "One")]
    [InlineData("fragments = [{ text = \"#12 and $x\" }]\nsubstitutions = [{ pattern = '#(\\d+)', replacement = '[#\\1](https://example.org/\\g<1>)' }, { pattern = '\\bX$', replacement = '$$', ignore-case = true }]", "[#12](https://example.org/12) and $$$")]
    public void AreBuilt(string settings, string expected)
    {
        using var project = new PythonProject($"{Head}\n{settings}\n", "greeter.py");
        project.Write("R.md", "start\n<!-- a -->\nOne\n## 2\nTwo\n<!-- z -->\nend\n");
        Assert.Equal(expected.TrimEnd(), CoreMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(project.Metadata())).Get("Description")!.TrimEnd());
    }

    [Theory]
    [InlineData("fragments = [{ path = \"R.md\", start-after = \"no such mark\" }]")]
    [InlineData("fragments = [{ path = \"R.md\", pattern = \"no such (mark)\" }]")]
    [InlineData("fragments = [{ path = \"R.md\", pattern = \"(\" }]")]
    [InlineData("fragments = []")]
    [InlineData("fragments = [{ other = \"x\" }]")]
    [InlineData("fragments = [{ text = \"x\" }]\nsubstitutions = [{ pattern = \"x\" }]")]
    public void AreRejectedIfTheyCannotBeBuilt(string settings)
    {
        using var project = new PythonProject($"{Head}\n{settings}\n", "greeter.py", "R.md");
        Assert.Equal(["build-system.requires", "project.dynamic", Hook.Replace(".fancy-pypi-readme", "", StringComparison.Ordinal)], project.Findings().Select(finding => finding.Key).Order());
    }
}
