using System.Linq.Expressions;

namespace Nuke.Common.Utilities;

/// <summary>Runs one action immediately and another one on disposal.</summary>
public class DelegateDisposable : IDisposable
{
    private readonly Action _cleanup;

    private DelegateDisposable(Action cleanup) => _cleanup = cleanup;

    public static IDisposable CreateBracket(Action setup = null, Action cleanup = null)
    {
        setup?.Invoke();
        return new DelegateDisposable(cleanup);
    }

    public static IDisposable CreateBracket<T>(Func<T> setup, Action<T> cleanup)
    {
        var value = setup();
        return new DelegateDisposable(() => cleanup(value));
    }

    public static IDisposable SetAndRestore<T>(Expression<Func<T>> memberProvider, T value)
    {
        var member = memberProvider.Member();
        var target = memberProvider.Instance();
        var previous = member.Read(target);
        member.Assign(target, value);
        return new DelegateDisposable(() => member.Assign(target, previous));
    }

    public void Dispose() => _cleanup?.Invoke();
}
