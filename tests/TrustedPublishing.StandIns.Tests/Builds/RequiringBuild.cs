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

    Target NeedsCount => _ => _.Requires(() => DemoCount).Executes(Say.Ran("NeedsCount"));

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
