using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.ReleaseSetup;

namespace TrustedPublishing.Nuke;

/// <summary>A build that adds what a release still needs: the first target to run in a repository that has never published to PyPI.</summary>
public interface ISetUpRelease : ISetUpEnvironment
{
    /// <summary>What is published: <c>Python</c> (pure Python), <c>Tool</c> (a .NET command) or <c>Native</c> (Python around a native library). Default: ask on a terminal, otherwise <c>Python</c>.</summary>
    [Parameter("What is published: Python, Tool (a .NET command) or Native (Python around a native library) - default: ask on a terminal, otherwise Python")]
    string? SetUpKind => TryGetValue(() => SetUpKind);

    /// <summary>The project's name on the index. Default: ask on a terminal, otherwise the repository's name.</summary>
    [Parameter("Name of the project on the index - default: ask on a terminal, otherwise the repository's name")]
    string? SetUpName => TryGetValue(() => SetUpName);

    /// <summary>
    /// Shows what a release still needs in this repository and, once confirmed, adds it: <c>pyproject.toml</c>, entries in <c>.gitignore</c> and
    /// <c>.gitattributes</c>, and the workflow. Existing content is never replaced. Then it lists what to add to the build class and, like
    /// <c>Doctor</c>, what to do on the index and on GitHub.
    /// </summary>
    Target SetUpRelease => _ => _
        .Description("Add what a release to PyPI still needs after showing it, and list what to do at PyPI and GitHub")
        .Requires(() => StartCheck.SetsUp(this))
        .Executes(() => ReleaseSetupRun.ExecuteAsync(new NukeHost(this), Requests.ReleaseSetup(this)));
}
