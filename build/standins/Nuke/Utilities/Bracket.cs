using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>Runs an action on disposal.</summary>
internal sealed class Bracket(Action end) : IDisposable
{
    public void Dispose() => end();
}

internal static class ExceptionExtensions
{
    public static Exception Unwrap(this Exception exception) => exception switch
    {
        TypeInitializationException or TargetInvocationException => exception.InnerException.Unwrap(),
        AggregateException aggregate => aggregate.Flatten(),
        _ => exception,
    };
}
