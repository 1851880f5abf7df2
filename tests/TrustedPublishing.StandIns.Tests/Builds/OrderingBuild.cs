using Nuke.Common;

namespace Builds;

internal sealed class OrderingBuild : NukeBuild
{
    public static int Run() => Execute<OrderingBuild>(x => x.Default);

    Target Default => _ => _.DependsOn(Restore).Executes(Say.Ran("Default"));

    Target Restore => _ => _.Description("gets what is needed").Executes(Say.Ran("Restore"));

    // without relations
    Target First => _ => _.Executes(Say.Ran("First"));

    Target Second => _ => _.Executes(Say.Ran("Second"));

    // declared in such a way that the natural order would be wrong
    Target Opening => _ => _.Before(Closing).Executes(Say.Ran("Opening"));

    Target Closing => _ => _.Executes(Say.Ran("Closing"));

    Target Other => _ => _.DependsOn(Restore).Executes(Say.Ran("Other"));

    Target Group => _ => _.DependsOn(First, Second);

    Target Several => _ => _.Executes(Say.Ran("one"), Say.Ran("two")).Executes(Task () =>
    {
        Console.WriteLine("ran three");
        return Task.CompletedTask;
    });

    Target Awaiting => _ => _.Executes(async () =>
    {
        await Task.Yield();
        throw new InvalidOperationException("after the await");
    });
}

internal sealed class CyclicBuild : NukeBuild
{
    public static int Run() => Execute<CyclicBuild>(x => x.One);

    Target One => _ => _.DependsOn(Two);

    Target Two => _ => _;

    Target Three => _ => _.DependsOn(One).Before(Two);
}

/// <summary>A getter whose lambda captures a local creates a new delegate for each access, on which no other target can depend.</summary>
internal sealed class ClosureBuild : NukeBuild
{
    public static int Run() => Execute<ClosureBuild>(x => x.Dependent);

    Target Fresh
    {
        get
        {
            var name = RootDirectory.Name;
            return _ => _.Executes(() => Console.WriteLine(name));
        }
    }

    Target Dependent => _ => _.DependsOn(Fresh);
}

internal sealed class EmptyBuild : NukeBuild
{
    public static int Run() => Execute<EmptyBuild>();

    Target Something => _ => _.Executes(Say.Ran("Something"));
}
