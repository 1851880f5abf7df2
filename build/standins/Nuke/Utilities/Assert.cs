using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Conditions that must hold. A violated one throws <see cref="ArgumentException"/>; <see cref="Fail"/> throws a plain <see cref="Exception"/>.</summary>
public static class Assert
{
    public static void Fail(string message, Exception exception = null) => throw new Exception(message, exception);

    public static void True(
        bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null)
        => Require(condition, message, "Expected condition to be true", argumentExpression);

    public static void False(
        bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null)
        => Require(!condition, message, "Expected condition to be false", argumentExpression);

    public static T NotNull<T>(
        this T obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : class
    {
        Require(obj != null, message, $"Expected object of type '{typeof(T).FullName}' to be not null", argumentExpression);
        return obj;
    }

    public static T? NotNull<T>(
        this T? obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : struct
    {
        Require(obj != null, message, $"Expected object of type '{typeof(T).FullName}' to be not null", argumentExpression);
        return obj;
    }

    public static string NotNullOrEmpty(
        this string str, string message = null, [CallerArgumentExpression(nameof(str))] string argumentExpression = null)
    {
        Require(!string.IsNullOrEmpty(str), message, "Expected string to be not null or empty", argumentExpression);
        return str;
    }

    public static string NotNullOrWhiteSpace(
        this string str, string message = null, [CallerArgumentExpression(nameof(str))] string argumentExpression = null)
    {
        Require(!string.IsNullOrWhiteSpace(str), message, "Expected string to be not null or whitespace", argumentExpression);
        return str;
    }

    public static void NotEmpty<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null)
        => Require(Size(collection, argumentExpression) > 0, message, "Expected collection to be not empty", argumentExpression);

    public static void Empty<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null)
        => Require(Size(collection, argumentExpression) == 0, message, "Expected collection to be empty", argumentExpression);

    public static void Count<T>(
        IReadOnlyCollection<T> collection,
        int length,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null)
        => Require(
            Size(collection, argumentExpression) == length, message, $"Expected collection to have length of {length}", argumentExpression);

    public static void HasSingleItem<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null)
        => Count(collection, 1, message, argumentExpression);

    public static void FileExists(
        string path, string message = null, [CallerArgumentExpression(nameof(path))] string argumentExpression = null)
        => Require(File.Exists(path.NotNull(argumentExpression)), message, $"Expected file to exist: {path}", argumentExpression);

    public static void DirectoryExists(
        string path, string message = null, [CallerArgumentExpression(nameof(path))] string argumentExpression = null)
        => Require(Directory.Exists(path.NotNull(argumentExpression)), message, $"Expected directory to exist: {path}", argumentExpression);

    private static int Size<T>(IReadOnlyCollection<T> collection, string expression) => collection.NotNull(argumentExpression: expression).Count;

    // The expression is named only if the caller gave no message.
    private static void Require(bool holds, string message, string fallback, string expression)
    {
        if (!holds)
            throw message == null ? new ArgumentException(fallback, expression) : new ArgumentException(message);
    }
}
