using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>The limits on creating projects by upload.</summary>
public sealed class CreatingManyProjects
{
    private const string TooMany = "Too many new projects created";

    [Fact]
    public async Task IsLimitedForAUser()
    {
        await using var bench = await Bench.StartAsync(new() { ProjectsPerUserAndHour = 2 });
        var token = bench.Index.AddUserToken("alice").Reveal();
        await bench.UploadAsync(token, Sample.Wheel("first"));
        bench.Time.Advance(TimeSpan.FromMinutes(10));
        await bench.UploadAsync(token, Sample.Wheel("second"));

        var third = await bench.UploadAsync(token, Sample.Wheel("third"));

        Assert.Equal((429, TooMany), (third.Status, third.Reason));
        Assert.Equal(("\"project.create.user\";r=0;t=3000", "\"project.create.user\";q=2;w=3600"), (third.Headers["RateLimit"], third.Headers["RateLimit-Policy"]));
        Assert.DoesNotContain("Retry-After", third.Headers.Keys);
        Assert.Equal(404, (await bench.GetAsync("/simple/third/")).Status);
        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel("first", "2.0.0"))).Status);
    }

    [Fact]
    public async Task IsPossibleAgainAfterAnHour()
    {
        await using var bench = await Bench.StartAsync(new() { ProjectsPerUserAndHour = 1 });
        var token = bench.Index.AddUserToken("alice").Reveal();
        await bench.UploadAsync(token, Sample.Wheel("first"));

        bench.Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        var early = await bench.UploadAsync(token, Sample.Wheel("second"));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        var late = await bench.UploadAsync(token, Sample.Wheel("second"));

        Assert.Equal((429, 200), (early.Status, late.Status));
    }

    [Theory]
    [InlineData(20, 20, "user")]
    [InlineData(40, 20, "ip")]
    public async Task IsLimitedByDefault(int created, int perUser, string kind)
    {
        await using var bench = await Bench.StartAsync();
        for (var number = 0; number < created; number++)
        {
            var token = bench.Index.AddUserToken($"user{number / perUser}").Reveal();
            Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel($"project-{number:00}"))).Status);
        }

        var reply = await bench.UploadAsync(bench.Index.AddUserToken(kind == "ip" ? "another" : "user0").Reveal(), Sample.Wheel("one-too-many"));

        Assert.Equal((429, TooMany), (reply.Status, reply.Reason));
        Assert.StartsWith($"\"project.create.{kind}\"", reply.Headers["RateLimit-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoesNotCountProjectsOfPendingPublishers()
    {
        await using var bench = await Bench.StartAsync(new() { ProjectsPerUserAndHour = 1 }, Bench.Publisher with { Projects = [], PendingProject = "greeter", AddedBy = "alice" });
        await bench.TokenAsync();

        Assert.Equal(200, (await bench.UploadAsync(bench.Index.AddUserToken("alice").Reveal(), Sample.Wheel("other"))).Status);
    }

    [Fact]
    public async Task DoesNotCountRejections()
    {
        await using var bench = await Bench.StartAsync(new() { ProjectsPerUserAndHour = 1 });
        var token = bench.Index.AddUserToken("alice").Reveal();

        await bench.UploadAsync(token, Sample.Wheel("other"), new FormField("md5_digest", "00"));

        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel("other"))).Status);
    }

    [Fact]
    public async Task IsCheckedBeforeTheName()
    {
        await using var bench = await Bench.StartAsync(new() { ProjectsPerUserAndHour = 0, NewProjectsDisabled = true });

        Assert.Equal(429, (await bench.UploadAsync(bench.Index.AddUserToken("alice").Reveal(), Sample.Wheel("xml"))).Status);
    }
}
