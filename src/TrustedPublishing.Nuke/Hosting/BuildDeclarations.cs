using Nuke.Common;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>What the attributes of a build class declare.</summary>
internal static class BuildDeclarations
{
    public static IReadOnlyList<IGenerateWorkflow> Workflows(INukeBuild build) => [.. build.GetType().GetCustomAttributes(inherit: true).OfType<IGenerateWorkflow>()];

    public static DeclaredPublisher Publisher(IPublishDistributions build) => new()
    {
        Declarations = Workflows(build),
        Project = ChosenProject.NameOf(build),
        GivenRepository = build.PypiRepository,
        Root = build.RootDirectory,
    };
}
