using CsCheck;
using TrustedPublishing.Nuke.Doctor;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Workflows are written by hand, so they may contain anything.</summary>
public sealed class AnyWorkflowFile
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("on:", "jobs:", " ", "\n", "\n  ", "- ", "{", "}", "[", "]", "&a ", "*a", "<<: ", "!!x ", "? ", "|\n", ">-", "'", "\"", "\\u12", "%YAML 1.2", "---", "...", "#", "a: b", "\t", "a: b\na: c"),
        Gen.String[Gen.Char[' ', '~'], 0, 8]).Array[0, 14].Select(string.Concat);

    [Fact]
    public void IsReadOrTheReasonIsGiven() => Text.Sample(
        text =>
        {
            var file = WorkflowFile.Parse("release.yml", text);
            Assert.True(file.Root is null != file.Problem is null, text);
            _ = file.Root.Find("on").HasTrigger("push");
        },
        iter: 5000);
}
