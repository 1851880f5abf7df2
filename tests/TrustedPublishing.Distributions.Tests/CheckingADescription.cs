using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Distributions.Tests;

public class CheckingADescription
{
    public static TheoryData<string> Rows { get; } = [.. DescriptionRows.All.Select(row => row.Name)];

    [Theory, MemberData(nameof(Rows))]
    public void GivesPyPIsResponseAndTheLine(string name)
    {
        var row = DescriptionRows.All.Single(row => row.Name == name);
        var finding = Of(row.ContentType, row.Text).SingleOrDefault();
        Assert.Equal(row.Refusal, finding?.Text);
        Assert.Contains(row.Says, finding?.Remedy ?? "", StringComparison.Ordinal);
        Assert.Equal((row.ServerFails, !row.Renders), (finding?.ServerFails ?? false, finding?.IsPolicy ?? false));
    }

    [Fact]
    public Task ListsEveryProblemWithItsLine() => Verifier.Verify(Assert.Single(Of("text/x-rst",
        "Greeter\n====\n\nan *unbalanced word and :ref:`other`\n\n- one\n  two\nthree\n\n.. automodule:: greeter\n")).Remedy);

    [Fact]
    public void IgnoresAnEmptyOne() => Assert.Empty(Of(null, ""));

    private static IEnumerable<Finding> Of(string? type, string text) => UploadRules.OfDescription(Forms.Of(
        type is null ? [("description", text)] : [("description", text), ("description_content_type", type)]));
}
