using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Parameters;

public sealed class ParametersOnTheCommandLine : BuildTest
{
    private const string Build = "ParameterBuild";

    [Theory]
    [InlineData("--demo-api-key")]
    [InlineData("--DemoApiKey")]
    [InlineData("-demoapikey")]
    [InlineData("--DEMO-API-KEY")]
    public void AreNamedWithAnyDashesAndCase(string name) => Assert.Equal("secret", Succeed(Build, name, "secret").Value("ApiKey"));

    [Fact]
    public void UseTheLastOccurrence() => Assert.Equal("b", Succeed(Build, "--greeting", "a", "--greeting", "b").Value("Greeting"));

    [Fact]
    public void KeepTheInitialValueWhenAbsent() => Assert.Equal("hello", Succeed(Build).Value("Greeting"));

    [Fact]
    public void SetAFlagWithoutValue()
    {
        var outcome = Succeed(Build, "--fast", "--maybe", "--demo-dry-run");

        Assert.Equal("True", outcome.Value("Fast"));
        Assert.Equal("True", outcome.Value("Maybe"));
        Assert.Equal("True", outcome.Value("DryRun"));
    }

    [Fact]
    public void UnsetAFlagWithFalse() => Assert.Equal("False", Succeed(Build, "--fast", "false").Value("Fast"));

    [Fact]
    public void ConvertNumbersAndEnumsAndPaths()
    {
        var outcome = Succeed(Build, "--level", "5", "--paint", "darkgreen", "--folder", "sub/dir");

        Assert.Equal("5", outcome.Value("Level"));
        Assert.Equal("DarkGreen", outcome.Value("Paint"));
        Assert.EndsWith(Path.Combine("sub", "dir"), outcome.Value("Folder"), StringComparison.Ordinal);
    }

    [Fact]
    public void AllowPathsRelativeToTheWorkingDirectory()
    {
        var below = Workspace.Directories("below");

        var outcome = Workspace.RunIn(below, Build, "--folder", "x");

        Assert.EndsWith(Path.Combine("below", "x"), outcome.Value("Folder"), StringComparison.Ordinal);
    }

    [Fact]
    public void AllowSeveralValuesForAnArray()
    {
        var outcome = Succeed(Build, "--names", "a", "b", "--numbers", "1", "2", "3");

        Assert.Equal("a|b", outcome.Value("Names"));
        Assert.Equal("1|2|3", outcome.Value("Numbers"));
    }

    [Fact]
    public void SplitAnArrayAtItsSeparator() => Assert.Equal("a|b", Succeed(Build, "--parts", "a+b").Value("Parts"));

    [Fact]
    public void UseTheNameOfTheAttribute() => Assert.Equal("x", Succeed(Build, "--other-name", "x").Value("Renamed"));

    [Fact]
    public void ReachAutoPropertiesWithoutSetter() => Assert.Equal("x", Succeed(Build, "--property", "x").Value("Property"));

    [Fact]
    public void ReachValueTypesOfComponentsThroughTheNullableForm() => Assert.Equal("9", Succeed(Build, "--demo-attempts", "9").Value("Attempts"));

    [Fact]
    public void HaveNoPrefixOnASubInterfaceOfAPrefixedOne() => Assert.Equal("x", Succeed(Build, "--unprefixed", "x").Value("Unprefixed"));

    [Fact]
    public void SayWhatCannotBeConverted()
    {
        var outcome = Succeed(Build, "Show", "--level", "many");

        Assert.Equal("1", outcome.Value("Level"));
        Assert.Contains("[WRN] Could not inject value for ParameterBuild.Level", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Resolving argument 'Level' failed.\nValue 'many' could not be converted to 'int?'\nArguments were:\n  [0] = Show\n  [1] = --level\n  [2] = many",
            outcome.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void KeepTheFirstNonNullValue()
    {
        var outcome = Succeed(Build, "AskTwice");

        Assert.Equal(("<null>", "one", "one"), (outcome.Value("before"), outcome.Value("then"), outcome.Value("later")));
    }
}
