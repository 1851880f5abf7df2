using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Parameters;

public sealed class TheRootDirectory : BuildTest
{
    private const string Build = "ParameterBuild";

    [Fact]
    public void IsTheNearestParentWithANukeDirectory()
    {
        var outcome = Workspace.RunIn(Workspace.Directories("a", "b"), Build);

        Assert.Equal(Name(Workspace.Root), Name(outcome.Value("Root")));
        Assert.EndsWith(Path.Combine(".nuke", "temp"), outcome.Value("Temporary"), StringComparison.Ordinal);
    }

    [Fact]
    public void IsTheGivenOne()
    {
        Workspace.Directories("elsewhere");

        Assert.Equal("elsewhere", Name(Succeed(Build, "--root", Workspace.PathOf("elsewhere")).Value("Root")));
    }

    [Fact]
    public void IsTheWorkingDirectoryWhenGivenWithoutValue()
        => Assert.Equal("here", Name(Workspace.RunIn(Workspace.Directories("here"), Build, "--root").Value("Root")));

    [Fact]
    public void IsNeverTheHomeDirectory()
    {
        Workspace.Environment["HOME"] = Workspace.Root;
        Workspace.Environment["USERPROFILE"] = Workspace.Root;

        var outcome = Run(Build);

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("Could not locate '.nuke' directory/file while walking up from", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("add '--root [path]' to the invocation.", outcome.Output, StringComparison.Ordinal);
    }

    private static string Name(string path) => Path.GetFileName(path);
}
