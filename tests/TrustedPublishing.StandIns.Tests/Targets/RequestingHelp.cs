using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

/// <summary>Descriptions wrap at the width of the terminal, so white space is ignored here.</summary>
public sealed class RequestingHelp : BuildTest
{
    [Fact]
    public void ListsTargetsWithDependenciesAndRunsNone()
    {
        var outcome = Succeed("OrderingBuild", "--help");

        Assert.Empty(outcome.Ran);
        Assert.Contains("  Default (default)    -> Restore\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  Restore             \n    gets what is needed\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ListsParametersUnderTheirDashedNames()
    {
        var words = Words("ParameterBuild");

        Assert.Contains(" --greeting Who is greeted. --", words, StringComparison.Ordinal);
        Assert.Contains(" --nuget-api-key <no description> --", words, StringComparison.Ordinal);
        Assert.Contains(" --oidctoken <no description> --", words, StringComparison.Ordinal);
        Assert.Contains(" --demo-api-key The key. --", words, StringComparison.Ordinal);
        Assert.Contains(" --unprefixed <no description> --", words, StringComparison.Ordinal);
    }

    [Fact]
    public void HappensWhenThereIsNothingToDo() => Assert.Contains("Targets (with their direct dependencies):", Succeed("EmptyBuild").Output, StringComparison.Ordinal);

    [Fact]
    public void NamesTheDefaultTarget() => Assert.Contains(" Default is 'Default'. ", Words("OrderingBuild"), StringComparison.Ordinal);

    private string Words(string build)
        => string.Join(' ', Succeed(build, "--help").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
