using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Throws <see cref="ArgumentException"/> if a condition is false, with the text of the condition unless the caller provides a message.</summary>
public static class Assert
{
    public static void True(
        bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null)
    {
        if (!condition)
            throw message == null ? new ArgumentException("Expected condition to be true", argumentExpression) : new ArgumentException(message);
    }

    internal static T NotNull<T>(this T obj, string message = null)
        where T : class
    {
        True(obj != null, message ?? $"Expected object of type '{typeof(T).FullName}' to be not null");
        return obj;
    }
}
