using Nuke.Common;

namespace Builds;

internal interface ITakesKey : INukeBuild
{
    [Parameter] string DemoKey => TryGetValue(() => DemoKey);
}

internal sealed class RequiringBuild : NukeBuild, ITakesKey
{
    public static int Run() => Execute<RequiringBuild>(x => x.Free);

    [Parameter("The number of things.")] readonly int? DemoCount;

    Target Free => _ => _.Executes(Say.Ran("Free"));

    Target NeedsKey => _ => _.DependsOn(Free).Requires(() => ((ITakesKey)this).DemoKey).Executes(Say.Ran("NeedsKey"));

    Target NeedsOrder => _ => _.Requires(() => DemoCount > 3).Executes(Say.Ran("NeedsOrder"));
}

internal sealed class RequiredMemberBuild : NukeBuild, ITakesKey
{
    public static int Run() => Execute<RequiredMemberBuild>(x => x.Free);

    [Parameter] [Required] string DemoName => ((ITakesKey)this).DemoKey;

    Target Free => _ => _.Executes(Say.Ran("Free"));
}

internal sealed class UnmarkedRequirementBuild : NukeBuild
{
    public static int Run() => Execute<UnmarkedRequirementBuild>(x => x.Needs);

    string DemoPlain => "value";

    Target Needs => _ => _.Requires(() => DemoPlain).Executes(Say.Ran("Needs"));
}

internal interface IDemandsValue : INukeBuild
{
    [Parameter] [Required] string DemoDemanded => TryGetValue(() => DemoDemanded);
}

internal sealed class DemandingBuild : NukeBuild, IDemandsValue
{
    public static int Run() => Execute<DemandingBuild>(x => x.Free);

    Target Free => _ => _.Executes(Say.Ran("Free"));
}

/// <summary>A public member of the class cancels the interface's requirement.</summary>
internal sealed class RelaxedBuild : NukeBuild, IDemandsValue
{
    public static int Run() => Execute<RelaxedBuild>(x => x.Free);

    public string DemoDemanded => null;

    Target Free => _ => _.Executes(Say.Ran("Free"));
}

/// <summary>An explicit implementation, which has no attributes, does so too.</summary>
internal sealed class ExplicitlyRelaxedBuild : NukeBuild, IDemandsValue
{
    public static int Run() => Execute<ExplicitlyRelaxedBuild>(x => x.Free);

    string IDemandsValue.DemoDemanded => null;

    Target Free => _ => _.Executes(Say.Ran("Free"));
}

/// <summary>An interface that overrides the member does not: its value counts.</summary>
internal interface IDemandsNothing : IDemandsValue
{
    string IDemandsValue.DemoDemanded => null;
}

internal sealed class StillDemandingBuild : NukeBuild, IDemandsNothing
{
    public static int Run() => Execute<StillDemandingBuild>(x => x.Free);

    Target Free => _ => _.Executes(Say.Ran("Free"));
}

/// <summary>A condition that cannot be evaluated ends the build with its message alone.</summary>
internal sealed class ThrowingRequirementBuild : NukeBuild
{
    public static int Run() => Execute<ThrowingRequirementBuild>(x => x.Needs);

    bool IsUsable => throw new InvalidOperationException("this is why\nand this is how");

    Target Before => _ => _.Executes(Say.Ran("Before"));

    Target Needs => _ => _.DependsOn(Before).Requires(() => IsUsable).Executes(Say.Ran("Needs"));
}
