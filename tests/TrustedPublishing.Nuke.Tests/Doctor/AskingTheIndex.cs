using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Index;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Doctor's requests to the index, and the claims.</summary>
public sealed class AskingTheIndex
{
    [Fact]
    public async Task GivesThePrefilledLinkForAnExistingProject()
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.CreateProject("greeter");
        var listed = await DoctorGathering.ListedAsync(Options(index.Index), "greeter");

        var table = Setup.Table(Setup.Healthy with { Listed = listed });

        Assert.Contains("greeter exists", table, StringComparison.Ordinal);
        Assert.Contains("settings/publishing/?provider=github&owner=octo-org&repository=greeter&workflow_filename=release.yml&environment=pypi", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivesTheValuesOfAPendingPublisherForANewProject()
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var listed = await DoctorGathering.ListedAsync(Options(index.Index), "greeter");

        var complaint = Assert.Single(Setup.Complaints(Setup.Healthy with { Listed = listed }));

        Assert.Contains("project greeter, owner octo-org, repository greeter, workflow release.yml, environment pypi", complaint.Change, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesTheValuesOfAGitLabPublisherAsTheFormDoes()
    {
        var facts = Setup.Healthy with
        {
            Listed = LookupResult<IndexProject>.Seen(null),
            Publisher = new() { Provider = PublisherProvider.GitLab, Owner = "group/sub", Repository = "greeter", Workflow = ".gitlab-ci.yml", Environment = "pypi" },
        };

        Assert.Contains("project greeter, namespace group/sub, project name greeter, pipeline file .gitlab-ci.yml, environment pypi", Assert.Single(IndexChecks.Run(facts)).Change, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(RehearsalProjectStatus.Archived), "greeter is archived")]
    [InlineData(nameof(RehearsalProjectStatus.Quarantined), "greeter is quarantined")]
    public async Task SaysThatAProjectAcceptsNoUploads(string status, string said)
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.CreateProject("greeter").SetStatus(Enum.Parse<RehearsalProjectStatus>(status));
        var listed = await DoctorGathering.ListedAsync(Options(index.Index), "greeter");

        Assert.Contains(said, Assert.Single(Setup.Complaints(Setup.Healthy with { Listed = listed })).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Warning")]
    [InlineData(15, "Error")]
    public void SaysThatTheVersionExists(int days, string verdict)
    {
        var file = new IndexFile { FileName = "greeter-1.0.0.tar.gz", Url = new("https://index.example/greeter-1.0.0.tar.gz"), UploadTime = Setup.Healthy.Now.AddDays(-days) };

        var complaint = Assert.Single(Setup.Complaints(Setup.Healthy with { Listed = LookupResult<IndexProject>.Seen(new() { Name = "greeter", Files = [file] }) }));

        Assert.Equal(verdict, complaint.Verdict.ToString());
        Assert.Contains("greeter-1.0.0.tar.gz", complaint.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhyItWasNotCheckedIfTheIndexIsUnreachable()
    {
        var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var gone = index.Index;
        await index.DisposeAsync();
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(30) };

        var listed = await DoctorGathering.ListedAsync(Options(gone) with { Time = time }, "greeter");

        Assert.NotNull(listed.WhyNot);
        Assert.Contains("not checked", Setup.Table(Setup.Healthy with { Listed = listed }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesTheClaimThatDiffers()
    {
        using var directory = new TemporaryDirectory();
        var claims = directory.Write("claims.json", """{"repository":"octo-org/greeter","repository_owner":"octo-org","job_workflow_ref":"octo-org/greeter/.github/workflows/other.yml@refs/tags/v1","environment":"pypi","event_name":"push","ref":"refs/tags/v1","sha":"0123"}""");
        var identity = await DoctorGathering.IdentityAsync(claims, Options(PackageIndex.PyPI));

        var complaints = Setup.Complaints(Setup.Healthy with { Identity = identity });

        Assert.Contains(complaints, check => check.Check == "Claim job_workflow_ref" && check.Verdict is DoctorVerdict.Error);
        Assert.DoesNotContain(complaints, check => check.Check == "Claim environment");
    }

    [Fact]
    public async Task ExplainsClaimsThatCannotBeRead()
    {
        using var directory = new TemporaryDirectory();

        await Assert.ThrowsAsync<Failure>(() => DoctorGathering.IdentityAsync(directory.Write("claims.json", "neither"), Options(PackageIndex.PyPI)));
    }

    private static PublishOptions Options(PackageIndex index) => new() { Index = index, Distributions = [], Environment = new Dictionary<string, string>() };
}
