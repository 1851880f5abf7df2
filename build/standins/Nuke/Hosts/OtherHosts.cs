// Recognised so that a build on one of these servers counts as a server build. Their log commands are not supported.
namespace Nuke.Common.CI.AppVeyor
{
    public partial class AppVeyor : Host, IBuildServer
    {
        internal AppVeyor()
        {
        }

        internal static bool IsRunningAppVeyor => EnvironmentInfo.HasVariable("APPVEYOR");

        string IBuildServer.Branch => EnvironmentInfo.GetVariable("APPVEYOR_REPO_BRANCH");

        string IBuildServer.Commit => EnvironmentInfo.GetVariable("APPVEYOR_REPO_COMMIT");
    }
}

namespace Nuke.Common.CI.AzurePipelines
{
    public partial class AzurePipelines : Host, IBuildServer
    {
        internal AzurePipelines()
        {
        }

        internal static bool IsRunningAzurePipelines => EnvironmentInfo.HasVariable("TF_BUILD");

        string IBuildServer.Branch => EnvironmentInfo.GetVariable("BUILD_SOURCEBRANCH");

        string IBuildServer.Commit => EnvironmentInfo.GetVariable("BUILD_SOURCEVERSION");
    }
}

namespace Nuke.Common.CI.Bamboo
{
    public class Bamboo : Host, IBuildServer
    {
        internal Bamboo()
        {
        }

        internal static bool IsRunningBamboo => EnvironmentInfo.HasVariable("bamboo_planKey");

        string IBuildServer.Branch => null;

        string IBuildServer.Commit => null;
    }
}

namespace Nuke.Common.CI.Bitbucket
{
    public class Bitbucket : Host, IBuildServer
    {
        internal Bitbucket()
        {
        }

        internal static bool IsRunningBitbucket => EnvironmentInfo.HasVariable("BITBUCKET_PIPELINE_UUID");

        string IBuildServer.Branch => EnvironmentInfo.GetVariable("BITBUCKET_BRANCH");

        string IBuildServer.Commit => EnvironmentInfo.GetVariable("BITBUCKET_COMMIT");
    }
}

namespace Nuke.Common.CI.Bitrise
{
    public class Bitrise : Host, IBuildServer
    {
        internal Bitrise()
        {
        }

        internal static bool IsRunningBitrise => EnvironmentInfo.HasVariable("BITRISE_BUILD_URL");

        string IBuildServer.Branch => EnvironmentInfo.GetVariable("BITRISE_GIT_BRANCH");

        string IBuildServer.Commit => EnvironmentInfo.GetVariable("BITRISE_GIT_COMMIT");
    }
}

namespace Nuke.Common.CI.Jenkins
{
    public class Jenkins : Host, IBuildServer
    {
        internal Jenkins()
        {
        }

        internal static bool IsRunningJenkins => EnvironmentInfo.HasVariable("JENKINS_HOME");

        string IBuildServer.Branch => EnvironmentInfo.GetVariable("GIT_BRANCH") ?? EnvironmentInfo.GetVariable("BRANCH_NAME");

        string IBuildServer.Commit => EnvironmentInfo.GetVariable("GIT_COMMIT");
    }
}

namespace Nuke.Common.CI.SpaceAutomation
{
    public partial class SpaceAutomation : Host, IBuildServer
    {
        internal SpaceAutomation()
        {
        }

        internal static bool IsRunningSpaceAutomation => EnvironmentInfo.HasVariable("JB_SPACE_PROJECT_KEY");

        string IBuildServer.Branch => EnvironmentInfo.GetVariable("JB_SPACE_GIT_BRANCH");

        string IBuildServer.Commit => EnvironmentInfo.GetVariable("JB_SPACE_GIT_REVISION");
    }
}

namespace Nuke.Common.CI.TeamCity
{
    public partial class TeamCity : Host, IBuildServer
    {
        internal TeamCity()
        {
        }

        internal static bool IsRunningTeamCity => EnvironmentInfo.HasVariable("TEAMCITY_VERSION");

        string IBuildServer.Branch => null;

        string IBuildServer.Commit => EnvironmentInfo.GetVariable("BUILD_VCS_NUMBER");
    }
}

namespace Nuke.Common.CI.TravisCI
{
    public partial class TravisCI : Host, IBuildServer
    {
        internal TravisCI()
        {
        }

        internal static bool IsRunningTravisCI => EnvironmentInfo.HasVariable("TRAVIS");

        string IBuildServer.Branch => EnvironmentInfo.GetVariable("TRAVIS_BRANCH");

        string IBuildServer.Commit => EnvironmentInfo.GetVariable("TRAVIS_COMMIT");
    }
}
