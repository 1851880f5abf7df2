using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build that checks and sets up its releases; the tests write its workflow and pipeline.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], OnWorkflowDispatch = true, Repository = "octo-org/greeter", AutoGenerate = false)]
[TrustedPublishingGitLab(OnPushTags = ["v*"], Repository = "group/greeter", AutoGenerate = false)]
internal sealed class Diagnosed : NukeBuild, ISetUpEnvironment
{
    string IPackDistributions.PythonVersion => EnvironmentInfo.GetVariable("SAMPLE_VERSION");

    public static int Run() => Execute<Diagnosed>(x => ((IDoctor)x).Doctor);
}
