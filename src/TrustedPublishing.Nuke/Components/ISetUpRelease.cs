using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Rehearsing;
using TrustedPublishing.Nuke.ReleaseSetup;

namespace TrustedPublishing.Nuke;

/// <summary>A build that writes what a release still lacks: the first target of a repository that has never published to PyPI.</summary>
public interface ISetUpRelease : ISetUpEnvironment
{
    /// <summary>What is published: <c>Python</c> (pure Python), <c>Tool</c> (a .NET command) or <c>Native</c> (Python around a native library). Default: a terminal is asked; elsewhere <c>Python</c>.</summary>
    [Parameter("What is published: Python, Tool (a .NET command) or Native (Python around a native library) - default: ask on a terminal, Python elsewhere")]
    string? SetUpKind => TryGetValue(() => SetUpKind);

    /// <summary>The project's name on the index. Default: a terminal is asked; elsewhere the repository's name.</summary>
    [Parameter("Name of the project on the index - default: ask on a terminal, the repository's name elsewhere")]
    string? SetUpName => TryGetValue(() => SetUpName);

    /// <summary>
    /// Shows what a release lacks in this repository, and after a confirmation writes it: <c>pyproject.toml</c>, lines of <c>.gitignore</c> and
    /// <c>.gitattributes</c>, the workflow. Nothing that exists is replaced. Then says what to add to the build class, and, as <c>Doctor</c> does,
    /// what to do at the index and on GitHub.
    /// </summary>
    Target SetUpRelease => _ => _
        .Description("Write what a release to PyPI still lacks, after showing it, and say what to do at PyPI and GitHub")
        .Requires(() => StartCheck.SetsUp(this))
        .Executes(() => ReleaseSetupRun.ExecuteAsync(new NukeHost(this), Requests.ReleaseSetup(this)));
}
