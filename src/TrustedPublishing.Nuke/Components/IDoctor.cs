using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.Hosting;

namespace TrustedPublishing.Nuke;

/// <summary>A build that checks its release setup: the repository, its workflows, GitHub, the index and, in CI, the job's identity.</summary>
public interface IDoctor : IPublishDistributions
{
    /// <summary>The file for the checks as JSON. Default: none.</summary>
    [Parameter("File that receives the Doctor's checks as JSON")]
    AbsolutePath? DoctorReport => TryGetValue(() => DoctorReport);

    /// <summary>A file with saved claims (a JSON object) or an identity token. Default: the job's own token, in CI.</summary>
    [Parameter("File with saved claims or an identity token to compare with the declared publisher - default: the job's own, in CI")]
    AbsolutePath? Claims => TryGetValue(() => Claims);

    /// <summary>A token for GitHub's API with read access to the repository. Default: <c>GITHUB_TOKEN</c> or <c>GH_TOKEN</c>; without one, GitHub is not queried.</summary>
    [Parameter("Token with which Doctor reads GitHub's API and SetUpEnvironment changes the environment - default: GITHUB_TOKEN or GH_TOKEN")]
    [Secret]
    string? DoctorGitHubToken => TryGetValue(() => DoctorGitHubToken);

    /// <summary>Checks the release setup and reports what to change. Fails if something would stop a release.</summary>
    Target Doctor => _ => _
        .Description("Check the release setup and report what to change")
        .Requires(() => StartCheck.Diagnoses(this))
        .Executes(() => DoctorRun.ExecuteAsync(new NukeHost(this), Requests.Doctors(this)));
}
