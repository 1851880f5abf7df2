using Nuke.Common;

namespace Builds;

internal interface ICompiles : INukeBuild
{
    Target Compile => _ => _.Executes(Say.Ran("Compile"));
}

internal interface IPacks : ICompiles
{
    Target Pack => _ => _.DependsOn(Compile).Executes(Say.Ran("Pack"));
}

internal interface IUploads : IPacks
{
    Target Upload => _ => _.DependsOn(Pack).Executes(Say.Ran("Upload"));
}

/// <summary>Overrides the target of its base.</summary>
internal interface IUploadsTwice : IUploads
{
    Target IUploads.Upload => _ => _.Inherit<IUploads>(x => x.Upload).Executes(Say.Ran("Upload again"));
}

internal interface ITwoTargets : INukeBuild
{
    Target Left => _ => _.Executes(Say.Ran("Left"));

    Target Right => _ => _.Executes(Say.Ran("Right"));
}

internal sealed class ComposedBuild : NukeBuild, IUploadsTwice, ITwoTargets
{
    public static int Run() => Execute<ComposedBuild>(x => ((IUploads)x).Upload);

    Target Shorthand => _ => _.DependsOn<ICompiles>().Executes(Say.Ran("Shorthand"));

    Target Chosen => _ => _.DependsOn<ITwoTargets>(x => x.Right).Executes(Say.Ran("Chosen"));
}

internal interface IFirstPublisher : INukeBuild
{
    Target Publish => _ => _.Executes(Say.Ran("first"));
}

internal interface ISecondPublisher : INukeBuild
{
    Target Publish => _ => _.Executes(Say.Ran("second"));
}

internal sealed class ClashingBuild : NukeBuild, IFirstPublisher, ISecondPublisher
{
    public static int Run() => Execute<ClashingBuild>();
}

internal sealed class ImplementingBuild : NukeBuild, IFirstPublisher, ISecondPublisher
{
    public static int Run() => Execute<ImplementingBuild>(x => x.Publish);

    public Target Publish => _ => _.Inherit<ISecondPublisher>(x => x.Publish).Inherit<IFirstPublisher>();
}

internal sealed class PrivateOverrideBuild : NukeBuild, IFirstPublisher
{
    public static int Run() => Execute<PrivateOverrideBuild>();

    Target Publish => _ => _.Executes(Say.Ran("mine"));
}

internal abstract class BaseBuild : NukeBuild
{
    public virtual Target Deploy => _ => _.Executes(Say.Ran("base"));
}

internal sealed class DerivedBuild : BaseBuild, ITwoTargets
{
    public static int Run() => Execute<DerivedBuild>(x => x.Deploy);

    public override Target Deploy => _ => _.Base().Executes(Say.Ran("derived"));
}

/// <summary>Its own target silently hides the component's.</summary>
internal sealed class HidingBuild : NukeBuild, IFirstPublisher
{
    public static int Run() => Execute<HidingBuild>(x => x.Publish);

    public Target Publish => _ => _.Executes(Say.Ran("mine"));
}

/// <summary>A member that is not a target does so too.</summary>
internal sealed class HidingTextBuild : NukeBuild, IFirstPublisher
{
    public static int Run() => Execute<HidingTextBuild>();

    public string Publish => "text";
}

/// <summary>Inherits the component's definition and its requirements.</summary>
internal sealed class ExplicitBuild : NukeBuild, IFirstPublisher
{
    public static int Run() => Execute<ExplicitBuild>(x => ((IFirstPublisher)x).Publish);

    Target IFirstPublisher.Publish => _ => _.Inherit<IFirstPublisher>().Executes(Say.Ran("explicitly"));
}
