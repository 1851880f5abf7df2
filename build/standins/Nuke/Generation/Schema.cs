using Nuke.Common.Execution;

namespace Nuke.Common.CI;

internal sealed class WriteSchemaAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
    }
}
