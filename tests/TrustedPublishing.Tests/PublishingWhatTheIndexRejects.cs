using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Tests;

public class PublishingWhatTheIndexRejects
{
    [Fact]
    public async Task StopsBeforeAnyByteIfTheIndexHasDifferentContentUnderAName()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(2);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        bench.AddWheel("cp38", 50);
        bench.AddWheel("cp313", 50);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PublishFailure.FileConflict, "greeter-1.0-cp38-none-any.whl"), (failure.Failure, failure.FileName));
        Assert.Equal(2, bench.Uploads.Count());
        Assert.True(failure.Report!.Files.Single(file => file.FileName == "greeter-1.0-cp39-none-any.whl") is { Outcome: UploadOutcome.AlreadyPresent, Verified: true });
        Assert.Contains(bench.Index.Files.Single(file => file.FileName == failure.FileName).Sha256, failure.Message, StringComparison.Ordinal);
        Assert.Contains(failure.Report.Files.Single(file => file.FileName == failure.FileName).Sha256, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopsBeforeAnyByteIfTheReleaseIsClosed()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        bench.Time.Advance(TimeSpan.FromDays(15));
        bench.AddWheel("cp313", 50);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.ReleaseClosed, failure.Failure);
        Assert.Single(bench.Uploads);
    }

    [Theory]
    [InlineData("string", " (conflict with Python Standard Library module name)")]
    [InlineData("tomllib", " (conflict with Python Standard Library module name)")]
    [InlineData("test", " (conflict with Python Standard Library module name)")]
    [InlineData("requirements_txt", "")]
    public async Task StopsBeforeAnyByteIfTheNameOfANewProjectIsNotAllowed(string project, string why)
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheel("py3", 50, project: project);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PublishFailure.UnusableDistributions, $"The name '{project}' isn't allowed{why}. See https://pypi.org/help/#project-name for more information."), (failure.Failure, Assert.Single(failure.Findings).Text));
        Assert.DoesNotContain(bench.Index.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task DoesNotCheckTheNameOfAnExistingProject()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheel("py3", 50, project: "string");
        bench.Index.CreateProject("string");
        bench.Options = bench.Options with { ApiToken = bench.Index.AddUserToken("owner") };

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
    }

    [Fact]
    public async Task LeavesTheNameOfANewProjectToTheIndexIfNoRulesAreApplied()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheel("py3", 50, project: "string");
        bench.Options = bench.Options with { Preflight = PreflightLevel.Off, ApiToken = bench.Index.AddUserToken("owner") };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.ProjectUnknown, failure.Failure);
        Assert.Single(bench.Uploads);
        Assert.DoesNotContain(failure.Report!.Warnings, warning => warning.Text.Contains("isn't allowed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendsOnlyFieldsOfTheMetadataVersion()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheel("py3", 50, further: "License-File: LICENSE\n");

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
        Assert.DoesNotContain(Assert.Single(bench.Index.Files).Fields, field => field.Name == "license_file");
        Assert.DoesNotContain(bench.Events, progress => progress is PublishProgress.Warned);
    }

    /// <summary>PyPI does not limit its length.</summary>
    [Fact]
    public async Task SendsALongDescription()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var line = new string('x', 1023) + "\n";
        bench.AddWheel("py3", 50, further: $"Description-Content-Type: text/plain\n\n{new System.Text.StringBuilder().Insert(0, line, 9 * 1024)}");

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
        Assert.True(Assert.Single(bench.Index.Files).Fields.Single(field => field.Name == "description").Value.Length > 9 * 1024 * 1024);
    }

    [Fact]
    public async Task StartsNoFurtherFileAndCompletesUploadsInProgress()
    {
        await using var bench = await ReleaseBench.StartAsync("upload *cp310* status 400");
        bench.AddWheels(8);
        bench.Options = bench.Options with { Parallel = 2 };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        var report = failure.Report!;
        Assert.Equal((PublishFailure.DistributionRefused, "greeter-1.0-cp310-none-any.whl"), (failure.Failure, failure.FileName));
        Assert.Equal(UploadOutcome.Failed, report.Files.Single(file => file.FileName == failure.FileName).Outcome);
        Assert.Equal(
            bench.Index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal),
            report.Files.Where(file => file.Outcome == UploadOutcome.Uploaded).Select(file => file.FileName).Order(StringComparer.Ordinal));
        Assert.All(bench.Index.Files, file => Assert.Contains($"{file.FileName} (uploaded)", failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task UploadsTheRestIfRunAgain()
    {
        await using var bench = await ReleaseBench.StartAsync("upload *cp39* 1 status 400");
        bench.AddWheels(6);
        await bench.FailAsync(TestContext.Current.CancellationToken);
        var stored = bench.Index.Files.Count;

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
        Assert.Equal(stored, report.Files.Count(file => file.Outcome == UploadOutcome.AlreadyPresent));
    }

    [Fact]
    public async Task SaysThatTheAddressLacksItsSlash()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        var address = bench.Index.Index.UploadUrl.AbsoluteUri.TrimEnd('/');
        bench.Options = bench.Options with { Index = PackageIndex.Parse(address) };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.Redirected, failure.Failure);
        Assert.Contains($"--pypi-index {address}/", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatTheAddressIsTheOneForReading()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        var simple = bench.Index.Index.SimpleUrl.AbsoluteUri;
        bench.Options = bench.Options with { Index = PackageIndex.Parse(simple, simple), ApiToken = bench.Index.AddUserToken("owner") };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnexpectedAnswer, failure.Failure);
        Assert.Contains("the address that pip reads", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatTheTokenIsForAnotherProject()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(2);
        bench.Index.CreateProject("other");
        bench.Options = bench.Options with { ApiToken = bench.Index.AddUserToken("owner", "other") };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.NotAllowed, failure.Failure);
        Assert.Single(bench.Uploads);
    }

    [Fact]
    public async Task SaysThatTheTokenIsUnknown()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        bench.Options = bench.Options with { ApiToken = new("pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAw") };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.CredentialsRefused, failure.Failure);
        Assert.DoesNotContain("AgEIcHlwaS5vcmc", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(403)]
    public async Task DoesNotTrustADuplicateThatIsNotListed(int status)
    {
        await using var bench = await ReleaseBench.StartAsync($"upload 1 status {status}");
        bench.AddWheels(1);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status == 409 ? PublishFailure.FileConflict : PublishFailure.NotAllowed, failure.Failure);
        Assert.Equal(status == 409 ? UploadOutcome.Unknown : UploadOutcome.Failed, Assert.Single(failure.Report!.Files).Outcome);
    }

    [Fact]
    public async Task AcceptsADuplicateWithTheSameContent()
    {
        // the page that is read first predates somebody else's upload; the index then responds as devpi does
        await using var bench = await ReleaseBench.StartAsync("simple 3 stale 1m\nupload 2 status 409");
        bench.AddWheels(1);
        await bench.PublishAsync(TestContext.Current.CancellationToken);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal(UploadOutcome.AlreadyPresent, Assert.Single(report.Files).Outcome);
        Assert.Equal(2, bench.Uploads.Count());
    }

    [Fact]
    public async Task DoesNotSendAFileThatChangedAfterInspection()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var path = bench.AddWheel("cp38", 10);
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.UploadStarted)
            {
                File.AppendAllText(path, "more");
            }
        };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
        Assert.Contains("changed", failure.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Index.Files);
    }

    [Fact]
    public async Task IncludesTheReportEvenIfTheExchangeFails()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(2);
        bench.Options = bench.Options with { Environment = bench.Index.JobEnvironment(new RehearsalJob { Workflow = "other.yml" }) };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.InvalidPublisher, failure.Failure);
        Assert.Equal(2, failure.Report!.Files.Count);
        Assert.NotEmpty(failure.Message);
    }
}
