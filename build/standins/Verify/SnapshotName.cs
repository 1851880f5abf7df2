using System.Globalization;
using System.Reflection;
using Xunit;
using Xunit.v3;

namespace VerifyTests;

/// <summary>Names a snapshot after the running test: <c>Type.Method[_name=value…]</c>, with the outer type before a nested one.</summary>
static class SnapshotName
{
    const string Invalid = "\"\\<>|:*?/";

    public static string OfRunningTest(object? parameter)
    {
        var method = TestContext.Current.TestMethod is IXunitTestMethod test ? test.Method : throw new InvalidOperationException("Verify must be called by a running test.");
        var type = method.ReflectedType!;
        var values = parameter is null ? RunningArguments(method) : [parameter];
        return $"{(type.IsNested ? $"{type.ReflectedType!.Name}.{type.Name}" : type.Name)}.{method.Name}"
            + string.Concat(method.GetParameters().Zip(values, (named, value) => $"_{named.Name}={Text(value)}"));
    }

    static object?[] RunningArguments(MethodInfo method)
    {
        var arguments = TestContext.Current switch
        {
            { TestCase: XunitTestCase { TestMethodArguments.Length: > 0 } testCase } => testCase.TestMethodArguments,
            { Test: IXunitTest test } => test.TestMethodArguments,
            _ => [],
        };
        return arguments.Length == method.GetParameters().Length ? arguments : [];
    }

    /// <summary>An argument as part of a file name that is valid on every operating system.</summary>
    static string Text(object? value)
    {
        var text = value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return string.Concat(text.Select(character => character < ' ' || Invalid.Contains(character) ? '-' : character));
    }
}
