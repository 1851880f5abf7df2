using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build that verifies its distributions.</summary>
internal sealed class Verifying : NukeBuild, IVerifyDistributions, IPublishDistributions
{
    public static int Run() => Execute<Verifying>(x => ((IVerifyDistributions)x).VerifyDistributions);
}
