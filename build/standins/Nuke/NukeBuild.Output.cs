using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    internal void WriteLogo()
    {
        // The line in which NUKE states its name and version; DisableDefaultOutput turns off only the logo above it.
        Host.Information("NUKE stand-in: a minimal implementation of NUKE's API, used because the package source lacks the real packages.");
        Host.Information();
    }

    internal IDisposable WriteTarget(string target)
    {
        // A host with its own block output can collapse blocks; the plain header is for the terminal.
        var collapses = Host.GetType().GetMethod(nameof(Host.WriteBlock), Reflection.OfInstance | BindingFlags.DeclaredOnly) != null;
        return IsOutputEnabled(collapses ? DefaultOutput.TargetCollapse : DefaultOutput.TargetHeader)
            ? Host.WriteBlock(target)
            : DelegateDisposable.CreateBracket();
    }

    internal void WriteOutcome()
    {
        if (IsOutputEnabled(DefaultOutput.ErrorsAndWarnings))
            Host.WriteErrorsAndWarnings();
        if (IsOutputEnabled(DefaultOutput.TargetOutcome))
            Host.WriteTargetOutcome(this);
        if (IsOutputEnabled(DefaultOutput.BuildOutcome))
            Host.WriteBuildOutcome(this);
    }

    private bool IsOutputEnabled(DefaultOutput output)
        => !GetType().GetCustomAttributes<DisableDefaultOutputAttribute>().Any(x => x.IsApplicable(this) && x.DisabledOutputs.Contains(output));
}
