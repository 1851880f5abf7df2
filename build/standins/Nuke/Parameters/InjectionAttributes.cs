using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.ValueInjection;

internal sealed class ReadParameterFilesAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (WellKnown.NukeDirectory(NukeBuild.RootDirectory).DirectoryExists())
            Parameters.FromFiles = new ParameterFiles(Build).Get;
    }
}

internal sealed class InjectParametersAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
        => Injection.Inject(Build, (_, attribute) => attribute.GetType() == typeof(ParameterAttribute));
}

/// <summary>Everything except plain parameters; injected late, because it may be costly or need the parameters.</summary>
internal sealed class InjectOtherValuesAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        var allOnDemand = Build.GetType().Has<OnDemandValueInjectionAttribute>();
        var demanded = executionPlan
            .SelectMany(x => x.DelegateRequirements)
            .Where(x => x is not Expression<Func<bool>>)
            .Select(x => x.Member())
            .ToList();
        Injection.Inject(Build, IsWanted);

        bool IsWanted(MemberInfo member, ValueInjectionAttributeBase attribute)
            => attribute.GetType() != typeof(ParameterAttribute)
               && ((!allOnDemand && !member.Has<OnDemandAttribute>()) || (!member.Has<RequiredAttribute>() && demanded.Contains(member)));
    }
}
