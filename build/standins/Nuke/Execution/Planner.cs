namespace Nuke.Common.Execution;

/// <summary>
/// Decides which targets run in which order: dependencies are added, order dependencies only affect the order. Of unrelated targets, the one declared
/// later runs first, whatever the order on the command line.
/// </summary>
internal static class Planner
{
    public static IReadOnlyCollection<ExecutableTarget> Plan(IReadOnlyCollection<ExecutableTarget> targets, IEnumerable<string> invokedNames)
    {
        var invoked = invokedNames?.Select(x => Find(x, targets)).ToList();
        invoked?.ForEach(x => x.Invoked = true);
        var plan = Order(targets, invoked ?? targets.Where(x => x.IsDefault).ToList());
        plan.ForEach(x => x.Status = ExecutionStatus.Scheduled);
        return plan;
    }

    // Builds the plan from its end: a target is next if no remaining target needs it.
    private static List<ExecutableTarget> Order(IReadOnlyCollection<ExecutableTarget> targets, List<ExecutableTarget> wanted)
    {
        var left = targets.ToList();
        var plan = new List<ExecutableTarget>();
        while (left.Count > 0)
        {
            var next = left.Find(x => !left.Any(y => y.AllDependencies.Contains(x)))
                       ?? throw new Exception($"Circular dependencies between targets:{Environment.NewLine} - {string.Join(", ", left.Select(x => x.Name))}");
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
        return targets.SingleOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
               ?? throw new Exception(string.Join(Environment.NewLine, targets
                   .Select(x => $"  - {x.Name}")
                   .OrderBy(x => x)
                   .Prepend($"Target with name '{name}' does not exist. Available targets are:")));
    }
}
