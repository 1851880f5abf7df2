using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.Hosting;

namespace TrustedPublishing.Nuke;

/// <summary>A build that checks its release set-up: the repository, its workflows, GitHub, the index, and in CI the job's identity.</summary>
public interface IDoctor : IPublishDistributions
{
    /// <summary>Where the checks are written as JSON. Default: nowhere.</summary>
    [Parameter("File that receives the Doctor's checks as JSON")]
    AbsolutePath? DoctorReport => TryGetValue(() => DoctorReport);

    /// <summary>A file with saved claims (a JSON object) or an identity token. Default: in CI, the job's own token.</summary>
    [Parameter("File with saved claims or an identity token to compare with the declared publisher - default: in CI, the job's own")]
    AbsolutePath? Claims => TryGetValue(() => Claims);

    /// <summary>A token for GitHub's API, which may read the repository. Default: <c>GITHUB_TOKEN</c> or <c>GH_TOKEN</c>; without any, GitHub is not asked.</summary>
    [Parameter("Token to ask GitHub with - default: GITHUB_TOKEN or GH_TOKEN")]
    [Secret]
    string? DoctorGitHubToken => TryGetValue(() => DoctorGitHubToken);

    /// <summary>Checks the release set-up and says what to change. Fails when something would stop a release.</summary>
    Target Doctor => _ => _
        .Description("Check the release set-up and say what to change")
        .Requires(() => StartCheck.Diagnoses(this))
        .Executes(() => DoctorRun.ExecuteAsync(new NukeHost(this), Requests.Doctor(this, Requests.Release(this))));
}
