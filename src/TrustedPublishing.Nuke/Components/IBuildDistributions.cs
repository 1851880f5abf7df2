using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;

namespace TrustedPublishing.Nuke;

/// <summary>A build that prepares the packing of a Python project.</summary>
public interface IBuildDistributions : IHazPythonProject
{
    /// <summary>
    /// Builds what packing needs, for example a compiled .NET payload. Does nothing by default, which is right for pure Python;
    /// override it with <c>Target IBuildDistributions.Build =&gt; _ =&gt; _.DependsOn(…)</c>.
    /// </summary>
    Target Build => _ => _
        .Description("Build what the Python distributions contain")
        .Requires(() => StartCheck.Passes(this));
}
