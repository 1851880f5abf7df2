using Nuke.Common;
using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke;

/// <summary>A build that makes what must exist before a Python project is packed.</summary>
public interface IBuildDistributions : IHazPythonProject
{
    /// <summary>
    /// What must exist before packing, for example a compiled .NET payload. Does nothing by default, which is right for pure Python;
    /// override it with <c>Target IBuildDistributions.Build =&gt; _ =&gt; _.DependsOn(…)</c>.
    /// </summary>
    Target Build => _ => _
        .Description("Build what the Python distributions contain")
        .Requires(() => StartCheck.Passes(this));
}
