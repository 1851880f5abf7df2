using TrustedPublishing.Rehearsal.Minting;

namespace TrustedPublishing.Rehearsal.Tests.Minting;

/// <summary>The cases of the server's own tests of its registration forms.</summary>
public sealed class RegisteringAPublisher
{
    [Theory]
    [InlineData("")]
    [InlineData("invalid_characters@")]
    public void OnGitHubNeedsAnOwner(string owner) => Refuses(Bench.Publisher with { Owner = owner }, "Owner");

    [Theory]
    [InlineData("")]
    [InlineData("$invalid#characters")]
    [InlineData("octo-org/greeter")]
    public void OnGitHubNeedsARepository(string repository) => Refuses(Bench.Publisher with { Repository = repository }, "Repository");

    [Theory]
    [InlineData("")]
    [InlineData("missing_suffix")]
    [InlineData("/slash")]
    [InlineData("/many/slashes")]
    [InlineData("/slash.yml")]
    public void OnGitHubNeedsAWorkflow(string workflow) => Refuses(Bench.Publisher with { Workflow = workflow }, "Workflow");

    [Theory]
    [InlineData(" foo")]
    [InlineData("foo ")]
    [InlineData("a'b")]
    [InlineData("a\"b")]
    [InlineData("a`b")]
    [InlineData("a,b")]
    [InlineData("a;b")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("a\u001fb")]
    [InlineData("a\u007fb")]
    [InlineData("a\tb")]
    [InlineData("a\rb")]
    [InlineData("a\nb")]
    public void OnGitHubAcceptsOrdinaryEnvironments(string environment) => Refuses(Bench.Publisher with { Environment = environment }, "Environment");

    [Theory]
    [InlineData(255, 0)]
    [InlineData(256, 1)]
    public void OnGitHubLimitsTheLengthOfEnvironments(int length, int complaints) =>
        Assert.Equal(complaints, RegistrationRules.Check(Bench.Publisher with { Environment = new('e', length) }).Count());

    [Theory]
    [InlineData("invalid_characters@")]
    [InlineData("invalid_parethen(sis")]
    [InlineData("/start_with_slash")]
    [InlineData("invalid.git")]
    [InlineData("invalid.atom")]
    [InlineData("consecutive--special-characters")]
    [InlineData("must-end-with-non-special-characters-")]
    public void OnGitLabNeedsANamespace(string name) => Refuses(new RehearsalPublisher.GitLab { Namespace = name, Project = "greeter" }, "Namespace");

    [Theory]
    [InlineData("invalid space")]
    [InlineData("invalid+plus")]
    [InlineData("$invalid#characters")]
    [InlineData("invalid.git")]
    [InlineData("invalid.atom")]
    [InlineData("invalid--project")]
    public void OnGitLabNeedsAProject(string name) => Refuses(new RehearsalPublisher.GitLab { Namespace = "group/sub", Project = name }, "Project");

    [Theory]
    [InlineData("missing_suffix")]
    [InlineData("/begin_slash.yml")]
    [InlineData("end_with_slash.yml/")]
    [InlineData("/begin/and/end/slash.yml/")]
    public void OnGitLabNeedsAPath(string path) => Refuses(new RehearsalPublisher.GitLab { Namespace = "group", Project = "greeter", WorkflowPath = path }, "WorkflowPath");

    [Theory]
    [InlineData("\t\r\n")]
    [InlineData("a@b")]
    public void OnGitLabAcceptsOrdinaryEnvironments(string name) => Refuses(new RehearsalPublisher.GitLab { Namespace = "group", Project = "greeter", Environment = name }, "Environment");

    [Theory]
    [InlineData("ab")]
    [InlineData("-abc")]
    [InlineData("abc-")]
    [InlineData("a--b")]
    public void OnActiveStateNeedsAProject(string name) => Refuses(new RehearsalPublisher.ActiveState { Organization = "o", Project = name, ActorId = "a" }, "Project");

    [Fact]
    public async Task IsForgivingAboutSpaceAndCase()
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher with { Workflow = "  release.yml  ", Environment = "Release" });

        Assert.Equal(200, (await bench.MintAsync(await bench.IdentityAsync(new() { Environment = "RELEASE" }))).Status);
    }

    [Fact]
    public async Task ReportsAllProblemsAtOnce()
    {
        await using var bench = await Bench.StartAsync();

        var exception = Assert.Throws<ArgumentException>(() => bench.Index.Register(Bench.Publisher with { Owner = "a b", Workflow = "release" }));

        Assert.Contains("Owner 'a b'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Workflow 'release'", exception.Message, StringComparison.Ordinal);
    }

    private static void Refuses(RehearsalPublisher publisher, string member) =>
        Assert.StartsWith(member + " '", Assert.Single(RegistrationRules.Check(publisher)), StringComparison.Ordinal);
}
