using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Workflow files that try to exhaust time or memory.</summary>
public sealed class HostileWorkflowFiles : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("a: &x [1]\nb: *x\n", 2, "x")]
    [InlineData("on: push\n\njobs: &a {b: c}\nmore:\n  ? *a\n  : d\n", 5, "a")]
    [InlineData("a: &a [x]\nb: &b [*a, *a]\nc: {? *b : d}\n", 2, "a")]
    [InlineData("<<: *missing\n", 1, "missing")]
    public void AreRejectedWithAnAlias(string text, int line, string alias) =>
        Assert.Equal($"line {line}: the alias *{alias} is not supported: write out its value", WorkflowFile.Parse("release.yml", text).Problem);

    [Fact]
    public void AreRejectedWithNestedAliasesInKeys()
    {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12).Select(level => $"? &{(char)('a' + level)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + level - 1)}", 9))}]\n: x\n"));

        Assert.StartsWith("line 2: the alias *a", WorkflowFile.Parse("release.yml", text).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AreRejectedIfTooDeeplyNested() =>
        Assert.Contains("nested deeper than 50 levels", WorkflowFile.Parse("release.yml", new string('[', 100_000)).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AreRejectedAsPipesAndDevices(bool pipe)
    {
        var path = root.Combine(".github", "workflows", "release.yml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _ = pipe ? await NotRegular.PipeAsync(path) : NotRegular.LinkToDevice(path);

        Assert.Contains("not a regular file", Assert.Single(WorkflowFile.In(root.Path)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AreReadUpToALimit()
    {
        root.Write(".github/workflows/release.yml", new string('#', 1 << 21));

        Assert.Contains("is larger than 1048576 bytes", Assert.Single(WorkflowFile.In(root.Path)).Problem, StringComparison.Ordinal);
    }
}
