using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>One bad file in the middle of a release would burn its version, so all files are checked before anything is sent.</summary>
public sealed class ThreeBadFilesAmongTen
{
    [Fact]
    public async Task AreReportedTogetherAndNothingIsSent()
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", PendingProject = "greeter" });
        using var repository = new SampleRepository();
        Directory.CreateDirectory(repository.Combine("dist"));
        foreach (var number in Enumerable.Range(1, 7))
        {
            Write($"greeter-1.0-{number}-py3-none-any.whl", TestWheel.Bytes());
        }

        Write("greeter-1.0-8-py3-none-linux_x86_64.whl", TestWheel.Bytes());
        Write("greeter-1.0-9-py3-none-any.whl", ZipForge.Pack(TestWheel.Without($"{TestWheel.Folder}/RECORD")));
        Write("greeter-1.0-10-py3-none-any.whl", [.. TestWheel.Bytes(), 0]);

        var job = new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri };
        var result = await repository.RunAsync("PythonOnly", ["Publish", "--distributions", "dist/*"], job);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Binary wheel 'greeter-1.0-8-py3-none-linux_x86_64.whl' has an unsupported platform tag 'linux_x86_64'.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Wheel 'greeter-1.0-9-py3-none-any.whl' does not contain the required RECORD file: greeter-1.0.dist-info/RECORD", result.Output, StringComparison.Ordinal);
        Assert.Contains("ZIP archive not accepted: Trailing data", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(index.Requests, request => request.Method != "GET");

        void Write(string name, byte[] content) => File.WriteAllBytes(repository.Combine("dist", name), content);
    }
}
