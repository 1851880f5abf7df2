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
    Target Early => _ => _.Executes(Say.Ran("Early"));

    Target Late => _ => _.After(Early).Executes(Say.Ran("Late"));

    Target Opening => _ => _.Before(Closing).Executes(Say.Ran("Opening"));

    Target Closing => _ => _.Executes(Say.Ran("Closing"));

    // added to the plan by another target
    Target Wanted => _ => _.Executes(Say.Ran("Wanted"));

    Target Sneaking => _ => _.DependentFor(Wanted).Executes(Say.Ran("Sneaking"));

    Target Cause => _ => _.Triggers(Effect).Executes(Say.Ran("Cause"));

    Target Effect => _ => _.Executes(Say.Ran("Effect"));

    Target Listener => _ => _.TriggeredBy(Event).DependsOn(Restore).Executes(Say.Ran("Listener"));

    Target Event => _ => _.Executes(Say.Ran("Event"));

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

    Target Hidden => _ => _.Unlisted().Executes(Say.Ran("Hidden"));
}

internal sealed class CyclicBuild : NukeBuild
{
    public static int Run() => Execute<CyclicBuild>(x => x.One);

    Target One => _ => _.DependsOn(Two);

    Target Two => _ => _.After(Three);

    Target Three => _ => _.TriggeredBy(One);
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
