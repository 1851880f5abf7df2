using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Distributions.Tests;

public class CreatingAProject
{
    public static TheoryData<string> Names { get; } = [.. ProjectNameRows.All.Select(row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public void GivesPyPIsResponseToTheName(string name)
    {
        var refusal = ProjectNameRows.All.Single(row => row.Name == name).Refusal;
        Assert.Equal(refusal is null ? [] : [refusal], UploadRules.OfNewProject(name).Select(finding => finding.Text));
    }
}
