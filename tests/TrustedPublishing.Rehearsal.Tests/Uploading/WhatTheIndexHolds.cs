using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

public sealed class WhatTheIndexHolds
{
    [Fact]
    public async Task IsAcceptedAgainWithoutChanges()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel());
        var serial = (await bench.GetAsync("/simple/")).Headers["X-PyPI-Last-Serial"];

        var again = await bench.UploadAsync(token, Sample.Wheel(), new FormField("attestations", "nonsense"));

        Assert.Equal(200, again.Status);
        Assert.Equal(serial, (await bench.GetAsync("/simple/")).Headers["X-PyPI-Last-Serial"]);
    }

    [Fact]
    public async Task IsNotReplacedByDifferentContent()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel());
        var other = Sample.Wheel(text: "other");

        var reply = await bench.UploadAsync(token, other);

        Assert.Equal((400, AlreadyExists(other)), (reply.Status, reply.Reason));
        Assert.NotEqual(other.Sha256, Assert.Single(bench.Index.Files).Sha256);
    }

    [Fact]
    public async Task IsNotAcceptedUnderAnotherNameInAnyProject()
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher with { Projects = ["greeter", "other"] });
        var token = await bench.TokenAsync();
        var wheel = Sample.Wheel();
        await bench.UploadAsync(token, wheel);
        var renamed = wheel with { FileName = "other-1.0.0-py3-none-any.whl", Project = "other" };

        var reply = await bench.UploadAsync(token, renamed);

        Assert.Equal((400, AlreadyExists(renamed)), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task CannotComeBackUnderADeletedName()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel());
        bench.Index.CreateProject("greeter").DeleteFile(Sample.Wheel().FileName);

        var reply = await bench.UploadAsync(token, Sample.Wheel());

        Assert.Equal(
            (400, "This filename was previously used by a file that has since been deleted. Use a different version. See https://pypi.org/help/#file-name-reuse for more information."),
            (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task ClosesAReleaseAfterTwoWeeks()
    {
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());
        bench.Time.Advance(TimeSpan.FromDays(14));
        var inTime = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(tag: "py2-none-any"));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        var token = await bench.TokenAsync();

        Assert.Equal(200, inTime.Status);
        Assert.Equal("Uploading new files to releases older than 14 days is not allowed.", (await bench.UploadAsync(token, Sample.Sdist())).Reason);
        Assert.StartsWith("File already exists (", (await bench.UploadAsync(token, Sample.Wheel(text: "other"))).Reason, StringComparison.Ordinal);
        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel())).Status);
        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel(version: "1.0.1"))).Status);
    }

    [Fact]
    public async Task IncludesOneSdistForEachRelease()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Sdist());

        var reply = await bench.UploadAsync(token, Sample.Sdist(text: "zip") with { FileName = "greeter-1.0.0.zip" });

        Assert.Equal((400, "Only one sdist may be uploaded per release."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task IncludesAVersionInAnySpelling()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel(version: "1.0"));

        await bench.UploadAsync(token, Sample.Sdist(version: "1.0.0"));

        var page = await bench.GetAsync("/simple/greeter/", "application/vnd.pypi.simple.v1+json");
        Assert.Equal("""["1.0"]""", page.Json["versions"]!.ToJsonString());
        Assert.Equal(2, page.Json["files"]!.AsArray().Count);
    }

    /// <summary>The form is not compared with the metadata inside the file.</summary>
    [Fact]
    public async Task MayIncludeAFileOfAnotherProjectUnderThisName()
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher with { Projects = ["wutamg"] });

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Sdist("sampleproject", "3.0.0") with { FileName = "wutamg-3.0.0.tar.gz", Project = "wutamg" });

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task UsesTheLatestSpellingOfTheName()
    {
        await using var bench = await Bench.StartAsync();

        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel("Greeter"));

        Assert.Equal("Greeter", (await bench.GetAsync("/pypi/greeter/json")).Json["info"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("toast1ng")]
    [InlineData("toastlng")]
    [InlineData("t0asting")]
    [InlineData("toast-ing")]
    [InlineData("toast.ing")]
    [InlineData("toast_ing")]
    public async Task ExcludesSimilarLookingNames(string name)
    {
        await using var bench = await Bench.StartAsync();
        bench.Index.CreateProject("toasting");

        var reply = await bench.UploadAsync(bench.Index.AddUserToken("alice").Reveal(), Sample.Wheel(name));

        Assert.Equal((400, $"The name '{name}' is too similar to an existing project. See https://pypi.org/help/#project-name for more information."), (reply.Status, reply.Reason));
    }

    [Theory]
    [InlineData("requirements.txt")]
    [InlineData("rrequirements.txt")]
    public async Task ExcludesProhibitedNames(string name)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(bench.Index.AddUserToken("alice").Reveal(), Sample.Wheel(name));

        Assert.Equal((400, $"The name '{name}' isn't allowed. See https://pypi.org/help/#project-name for more information."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task HasALimitForAllOfAProject()
    {
        await using var bench = await Bench.StartAsync(new() { MaximumProjectSize = Sample.Wheel().Content.Length });
        var token = await bench.TokenAsync();

        await bench.UploadAsync(token, Sample.Wheel());
        var reply = await bench.UploadAsync(token, Sample.Sdist());

        Assert.Equal(400, reply.Status);
        Assert.StartsWith("Project size too large. Limit for project 'greeter' total size is 0 GB. See ", reply.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HasALimitForAFileThatAProjectCanRaise()
    {
        await using var bench = await Bench.StartAsync(new() { MaximumFileSize = 100 });
        var token = await bench.TokenAsync();

        var small = await bench.UploadAsync(token, Sample.Wheel());
        bench.Index.CreateProject("greeter").SetFileLimit(1 << 20);
        var raised = await bench.UploadAsync(token, Sample.Wheel());

        Assert.StartsWith("File too large. Limit for project 'greeter' is 0 MB. See ", small.Reason, StringComparison.Ordinal);
        Assert.Equal(200, raised.Status);
    }

    [Fact]
    public async Task IsNotChangedByARejection()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel("brand-new");

        var reply = await bench.UploadAsync(
            bench.Index.AddUserToken("alice").Reveal(), RawForm.Of(wheel.Fields().Append(new("md5_digest", "00"))).File(wheel.FileName, wheel.Content));

        Assert.Equal(400, reply.Status);
        Assert.Equal(404, (await bench.GetAsync("/simple/brand-new/")).Status);
        Assert.Empty(bench.Index.Files);
    }

    [Fact]
    public async Task IncludesEveryFileOfManyConcurrentUploads()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        var wheels = Enumerable.Range(0, 24).Select(number => Sample.Wheel(text: $"{number}", tag: $"cp3{number}-none-any")).ToArray();

        var replies = await Task.WhenAll(wheels.Select(wheel => bench.UploadAsync(token, wheel)));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(wheels.Select(wheel => wheel.Sha256).Order(), bench.Index.Files.Select(file => file.Sha256).Order());
    }

    private static string AlreadyExists(Sample sample)
    {
        var hasher = new Blake2b();
        hasher.Append(sample.Content);
        return $"File already exists ('{sample.FileName}', with blake2_256 hash '{hasher.Finish()}'). See https://pypi.org/help/#file-name-reuse for more information.";
    }
}
