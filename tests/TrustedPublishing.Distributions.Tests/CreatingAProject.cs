using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Distributions.Tests;

public class CreatingAProject
{
    public static TheoryData<string> Names { get; } = [.. ProjectNameRows.All.Select(row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public void GivesPyPIsResponseToTheName(string name) =>
        Assert.Equal(ProjectNameRows.All.Single(row => row.Name == name).Refusal, UploadRules.OfNewProject(name).SingleOrDefault()?.Text);
}
