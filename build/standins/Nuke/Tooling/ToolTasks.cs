namespace Nuke.Common.Tooling;

/// <summary>Base of the tool wrappers. Here only <see cref="Tools.DotNet.DotNetTasks"/> exists.</summary>
public abstract partial class ToolTasks
{
    private protected ToolTasks()
    {
    }
}
