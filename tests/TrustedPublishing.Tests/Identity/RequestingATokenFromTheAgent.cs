using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Identity;

public sealed class RequestingATokenFromTheAgent : IDisposable
{
    private static readonly PackageIndex Index = PackageIndex.Parse("https://devpi.example.com/");

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("CIRCLECI", "circleci", "run|oidc|get|--claims|{\"aud\":\"py pi\"}|--root-issuer|")]
    [InlineData("BUILDKITE", "buildkite-agent", "oidc|request-token|--audience|py pi|")]
    public async Task PassesTheAudienceWithoutAShell(string variable, string program, string arguments)
    {
        Program(program, $"""
            printf '%s|' "$@" > '{directory.Combine("arguments")}'
            echo '{Jwt.Of(Jwt.GitHubClaims("py pi"))}'
            """);
        var identity = await CiIdentity.DetectAsync(Of(variable), "py pi", TestContext.Current.CancellationToken);
        Assert.Equal("octo/greeter", identity!.Claims["repository"]);
        Assert.Equal(arguments, await File.ReadAllTextAsync(directory.Combine("arguments"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("echo a.secret.word; echo a.secret.word >&2; exit 7", "exit code 7")]
    [InlineData("exit 0", "exit code 0 and no output")]
    [InlineData("echo a.secret.word", "not a JSON Web Token")]
    public async Task NeverShowsTheOutputOfTheProgram(string script, string problem)
    {
        Program("buildkite-agent", script);
        var failure = await Assert.ThrowsAsync<PublishException>(() => CiIdentity.DetectAsync(Of("BUILDKITE"), "pypi", TestContext.Current.CancellationToken));
        Assert.Equal(PublishFailure.IdentityUnavailable, failure.Failure);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret.word", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsAMissingProgram()
    {
        var failure = await Assert.ThrowsAsync<PublishException>(() => CiIdentity.DetectAsync(Of("CIRCLECI"), "pypi", TestContext.Current.CancellationToken));
        Assert.Contains("'circleci' is not on the PATH", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KillsAProgramThatDoesNotRespond()
    {
        Program("buildkite-agent", "exec sleep 600");
        var time = new SkippingTime();
        var asking = CiIdentity.DetectAsync(Of("BUILDKITE") with { Time = time }, "pypi", TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(31));
        var failure = await Assert.ThrowsAsync<PublishException>(() => asking);
        Assert.Contains("did not finish within 30 seconds", failure.Message, StringComparison.Ordinal);
    }

    private PublishOptions Of(string variable) => Options.Of(Index, (variable, "true"), ("PATH", $"{directory.Path}{Path.PathSeparator}/usr/bin{Path.PathSeparator}/bin"));

    private void Program(string name, string script)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The programs of CI systems are played by shell scripts, which Windows does not start.");
            return;
        }

        var path = directory.Write(name, $"#!/bin/sh\n{script}\n".ReplaceLineEndings("\n"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
