using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Parameters;

public sealed class ParametersInTheEnvironment : BuildTest
{
    private const string Build = "ParameterBuild";

    [Theory]
    [InlineData("DemoApiKey")]
    [InlineData("DEMO_API_KEY")]
    [InlineData("NUKE_DEMO_API_KEY")]
    [InlineData("demo_apikey")]
    public void AreFoundByTheirLettersAndDigits(string name)
    {
        Workspace.Environment[name] = "secret";

        Assert.Equal("secret", Succeed(Build).Value("ApiKey"));
    }

    [Fact]
    public void AreOverriddenByTheCommandLine()
    {
        Workspace.Environment["GREETING"] = "environment";

        Assert.Equal("command", Succeed(Build, "--greeting", "command").Value("Greeting"));
    }

    [Fact]
    public void OverrideParameterFiles()
    {
        Workspace.Environment["GREETING"] = "environment";
        Workspace.Write("""{ "Greeting": "file" }""", ".nuke", "parameters.json");

        Assert.Equal("environment", Succeed(Build).Value("Greeting"));
    }

    [Fact]
    public void AreNotResolvedIfTwoNamesMatch()
    {
        Workspace.Environment["GREE_TING"] = "one";
        Workspace.Environment["NUKE_GREETING"] = "two";

        var outcome = Succeed(Build);

        Assert.Equal("hello", outcome.Value("Greeting"));
        Assert.Contains("[WRN] Could not resolve Greeting since multiple values are provided", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PreferTheExactName()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names of environment variables have no case on Windows.");
        Workspace.Environment["Greeting"] = "exact";
        Workspace.Environment["GREETING"] = "other";

        Assert.Equal("exact", Succeed(Build).Value("Greeting"));
    }

    [Fact]
    public void AreNullWhenEmpty()
    {
        Workspace.Environment["DEMO_API_KEY"] = "";

        Assert.Equal("<null>", Succeed(Build).Value("ApiKey"));
    }

    [Fact]
    public void NeedAValueToSetAFlag()
    {
        Workspace.Environment["FAST"] = "true";
        Workspace.Environment["DEMO_DRY_RUN"] = "";

        var outcome = Succeed(Build);

        Assert.Equal("True", outcome.Value("Fast"));
        Assert.Equal("False", outcome.Value("DryRun"));
    }

    [Fact]
    public void IncludeTheOnesOfTheEngine()
    {
        Workspace.Environment["TARGET"] = "AskTwice";
        Workspace.Environment["VERBOSITY"] = "Quiet";

        var outcome = Succeed(Build);

        Assert.Equal("one", outcome.Value("then"));
    }

    [Fact]
    public void EndTheProcessAtOnceWhenTheHostIsUnknown()
    {
        Workspace.Environment["HOST"] = "foo";

        var outcome = Run(Build);

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("TypeInitializationException", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Duration", outcome.Output, StringComparison.Ordinal);
    }
}
