using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>
/// Determines which targets run and in which order: dependencies and triggers add targets, order dependencies only order them. Unrelated targets run
/// later-declared first, whatever the order on the command line.
/// </summary>
internal static class Planner
{
    public static IReadOnlyCollection<ExecutableTarget> Plan(IReadOnlyCollection<ExecutableTarget> targets, IEnumerable<string> invokedNames)
    {
        var invoked = invokedNames?.Select(x => Find(x, targets)).ToList();
        invoked?.ForEach(x => x.Invoked = true);
        var wanted = invoked ?? targets.Where(x => x.IsDefault).ToList();

        List<ExecutableTarget> plan, triggered;
        do
        {
            plan = Order(targets, wanted);
            triggered = plan.SelectMany(x => x.Triggers).Except(plan).Where(targets.Contains).ToList();
            wanted = [.. plan, .. triggered];
        }
        while (triggered.Count > 0);

        plan.ForEach(x => x.Status = ExecutionStatus.Scheduled);
        return plan;
    }

    // Builds the plan from its end: a target is next if no remaining target needs it.
    private static List<ExecutableTarget> Order(IReadOnlyCollection<ExecutableTarget> targets, List<ExecutableTarget> wanted)
    {
        AssertNoCycles(targets);
        var left = targets.ToList();
        var plan = new List<ExecutableTarget>();
        while (left.Count > 0)
        {
            var free = left.Where(x => !left.Any(y => y.AllDependencies.Contains(x))).ToList();
            if (free.Count > 1 && EnvironmentInfo.GetNamedArgument<bool>("strict"))
                throw new Exception(free.Select(x => $"  - {x.Name}").Prepend("Incomplete target definition order:").JoinNewLine());

            var next = free[0];
            left.Remove(next);
            if (wanted.Contains(next) || plan.Any(x => x.ExecutionDependencies.Contains(next)))
                plan.Add(next);
        }

        plan.Reverse();
        return plan;
    }

    private static ExecutableTarget Find(string name, IReadOnlyCollection<ExecutableTarget> targets)
    {
        name = name.Replace("-", "");
        return targets.SingleOrDefault(x => x.Name.EqualsOrdinalIgnoreCase(name))
               ?? throw new Exception(targets
                   .Select(x => $"  - {x.Name}")
                   .OrderBy(x => x)
                   .Prepend($"Target with name {name.SingleQuote()} does not exist. Available targets are:")
                   .JoinNewLine());
    }

    private static void AssertNoCycles(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var cycles = new Cycles(targets).Find();
        if (cycles.Count > 0)
        {
            throw new Exception(cycles
                .Select(x => $" - {x.Select(y => y.Name).JoinCommaSpace()}")
                .Prepend("Circular dependencies between targets:")
                .JoinNewLine());
        }
    }
}
