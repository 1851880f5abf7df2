namespace Nuke.Common.Tooling;

/// <summary>The base of the tool wrappers, of which only <see cref="Tools.DotNet.DotNetTasks"/> is included here.</summary>
public abstract partial class ToolTasks
{
    private protected ToolTasks()
    {
    }
}
