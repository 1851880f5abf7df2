using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    internal IReadOnlyCollection<IBuildExtension> BuildExtensions { get; }

    IReadOnlyCollection<IBuildExtension> INukeBuild.BuildExtensions => BuildExtensions;

    protected internal virtual void OnBuildCreated()
    {
    }

    protected internal virtual void OnBuildInitialized()
    {
    }

    protected internal virtual void OnBuildFinished()
    {
    }

    protected internal virtual void OnTargetRunning(string target)
    {
    }

    protected internal virtual void OnTargetSkipped(string target)
    {
    }

    protected internal virtual void OnTargetSucceeded(string target)
    {
    }

    protected internal virtual void OnTargetFailed(string target)
    {
    }

    internal void Notify<T>(Action<T> call, string method)
        where T : IBuildExtension
    {
        foreach (var extension in BuildExtensions.OfType<T>())
        {
            Log.Verbose("{Type}.{Method} ({Priority})", extension.GetType().Name.TrimEnd(nameof(Attribute)), method, extension.Priority);
            call(extension);
        }
    }

    private List<IBuildExtension> FindExtensions()
    {
        var extensions = GetType().GetCustomAttributes<BuildExtensionAttributeBase>().ToList();
        extensions.ForEach(x => x.Build = this);
        return extensions.Cast<IBuildExtension>().OrderByDescending(x => x.Priority).ToList();
    }
}
