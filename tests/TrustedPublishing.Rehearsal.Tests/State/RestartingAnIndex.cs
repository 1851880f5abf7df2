using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Distributions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Rehearsal.Tests.State;

public sealed class RestartingAnIndex
{
    [Fact]
    public async Task KeepsFilesPublishersAndTokens()
    {
        using var directory = new TemporaryDirectory();
        var (first, second) = (Sample.Wheel(), Sample.Sdist());
        string token;
        await using (var before = await Bench.StartAsync(new() { DataDirectory = directory.Path }))
        {
            token = await before.TokenAsync();
            await before.UploadAsync(token, first, new FormField("summary", "Greets"));
        }

        await using var after = await Bench.StartAsync(new() { DataDirectory = directory.Path });

        Assert.Equal(first.Sha256, Assert.Single(after.Index.Files).Sha256);
        Assert.Equal("Greets", (await after.GetAsync("/pypi/greeter/json")).Json["info"]!["summary"]!.GetValue<string>());
        Assert.Equal(200, (await after.UploadAsync(token, second)).Status);
        Assert.Equal(200, (await after.GetAsync(after.Index.Files[0].Url.AbsolutePath + ".metadata")).Status);
    }

    [Theory]
    [MemberData(nameof(Publishers))]
    public async Task KeepsEveryKindOfPublisher(RehearsalPublisher publisher)
    {
        using var directory = new TemporaryDirectory();
        var options = new RehearsalOptions { DataDirectory = directory.Path, Time = new FakeTimeProvider() };
        await using (await Bench.StartAsync(options, publisher))
        {
        }

        await using var index = await RehearsalIndex.StartAsync(options, TestContext.Current.CancellationToken);

        Assert.Throws<ArgumentException>(() => index.Register(publisher)); // it is already registered, and an identity has only one pending project
    }

    /// <summary>Every rehearsal does this when it starts.</summary>
    [Fact]
    public async Task AcceptsAPublisherWhetherItsProjectExistsOrNot()
    {
        using var directory = new TemporaryDirectory();
        var options = new RehearsalOptions { DataDirectory = directory.Path, Time = new FakeTimeProvider() };
        var publisher = Bench.Publisher with { Projects = [] };
        for (var start = 0; start < 3; start++)
        {
            await using var index = await RehearsalIndex.StartAsync(options, TestContext.Current.CancellationToken);
            index.RegisterFor("greeter", publisher);
        }

        await using var bench = await Bench.StartAsync(options, Bench.Publisher with { Repository = "other", Projects = ["other"] });
        Assert.Equal(200, (await bench.UploadAsync(await bench.TokenAsync(new()), Sample.Wheel())).Status);
        bench.Index.RegisterFor("greeter", publisher);
        Assert.Equal(200, (await bench.UploadAsync(await bench.TokenAsync(new()), Sample.Sdist())).Status);
    }

    public static TheoryData<RehearsalPublisher> Publishers() =>
    [
        new RehearsalPublisher.GitHub { Owner = "o", Repository = "r", Workflow = "w.yml", Environment = "e", PendingProject = "p" },
        new RehearsalPublisher.GitLab { Namespace = "group", Project = "greeter", Environment = "e", PendingProject = "p" },
        new RehearsalPublisher.Google { Email = "a@example.com", Subject = "s", PendingProject = "p" },
        new RehearsalPublisher.ActiveState { Organization = "o", Project = "greeter", ActorId = "a", PendingProject = "p" },
    ];

    [Fact]
    public async Task WritesNoSecret()
    {
        using var directory = new TemporaryDirectory();
        await using var bench = await Bench.StartAsync(new() { DataDirectory = directory.Path });
        var identity = await bench.IdentityAsync();
        var token = (await bench.MintAsync(identity)).Json["token"]!.GetValue<string>();
        await bench.UploadAsync(token, Sample.Wheel());

        var texts = await Task.WhenAll(Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories)
            .Select(file => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));

        Assert.Contains(texts, text => text.Contains("greeter-1.0.0-py3-none-any.whl", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains(token, StringComparison.Ordinal) || text.Contains(identity, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DeletesIncompleteUploads()
    {
        using var directory = new TemporaryDirectory();
        var abandoned = directory.Write("incoming/abandoned", "half");

        await using var index = await RehearsalIndex.StartAsync(new() { DataDirectory = directory.Path }, TestContext.Current.CancellationToken);

        Assert.False(File.Exists(abandoned));
    }
}
