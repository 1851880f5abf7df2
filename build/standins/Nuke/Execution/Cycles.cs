namespace Nuke.Common.Execution;

/// <summary>Cyclic dependencies between targets: the strongly connected components with more than one target (Tarjan's algorithm).</summary>
internal sealed class Cycles(IReadOnlyCollection<ExecutableTarget> targets)
{
    private readonly Dictionary<ExecutableTarget, (int Index, int Low)> _visited = [];
    private readonly Stack<ExecutableTarget> _stack = new();
    private readonly List<List<ExecutableTarget>> _found = [];

    public List<List<ExecutableTarget>> Find()
    {
        foreach (var target in targets.Where(x => !_visited.ContainsKey(x)))
            Visit(target);
        return _found;
    }

    private int Visit(ExecutableTarget target)
    {
        var index = _visited.Count;
        var low = index;
        _visited[target] = (index, low);
        _stack.Push(target);
        foreach (var dependency in target.AllDependencies.Where(targets.Contains))
        {
            if (!_visited.TryGetValue(dependency, out var seen))
                low = Math.Min(low, Visit(dependency));
            else if (_stack.Contains(dependency))
                low = Math.Min(low, seen.Index);
        }

        _visited[target] = (index, low);
        if (low == index)
            Collect(target);
        return low;
    }

    private void Collect(ExecutableTarget root)
    {
        var component = new List<ExecutableTarget>();
        do
        {
            component.Add(_stack.Pop());
        }
        while (component[^1] != root);

        if (component.Count > 1)
            _found.Add(component);
    }
}
