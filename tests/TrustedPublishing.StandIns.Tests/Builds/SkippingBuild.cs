using Nuke.Common;

namespace Builds;

internal sealed class SkippingBuild : NukeBuild
{
    public static int Run() => Execute<SkippingBuild>(x => x.Top);

    Target Base => _ => _.Executes(Say.Ran("Base"));

    Target Middle => _ => _.DependsOn(Base).Executes(Say.Ran("Middle"));

    Target Top => _ => _.DependsOn(Middle).Executes(Say.Ran("Top"));

    Target Tool => _ => _.Executes(Say.Ran("Tool"));

    Target Never => _ => _.DependsOn(Tool).OnlyWhenStatic(() => RootDirectory == null).Executes(Say.Ran("Never"));

    Target NeverInWords => _ => _.OnlyWhenStatic(() => RootDirectory == null, "somebody wants it").Executes(Say.Ran("NeverInWords"));

    Target NeedsNever => _ => _.DependsOn(Never).Executes(Say.Ran("NeedsNever"));

    Target NeedsNeverAndTool => _ => _.DependsOn(Never, Tool).Executes(Say.Ran("NeedsNeverAndTool"));

    Target Maker => _ => _.Executes(() => _made = true);

    Target AsksEarly => _ => _.DependsOn(Maker).OnlyWhenStatic(() => _made).Executes(Say.Ran("AsksEarly"));

    Target Impatient => _ => _.OnlyWhenStatic(() => _made).Requires(() => Never == null).Executes(Say.Ran("Impatient"));

    Target Confused => _ => _.OnlyWhenStatic(() => throw new InvalidOperationException("cannot say")).Executes(Say.Ran("Confused"));

    private bool _made;
}
