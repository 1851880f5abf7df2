using System.Reflection;
using Xunit;
using Xunit.v3;

namespace VerifyTests;

/// <summary>Names a snapshot after the running test: <c>Type.Method[_name=value…]</c>, with the outer type before a nested one.</summary>
static class SnapshotName
{
    public static string Of(VerifySettings settings)
    {
        if (settings.FileName is { } fileName)
        {
            return fileName;
        }

        var method = RunningMethod();
        var type = method.ReflectedType!;
        var typeName = settings.TypeName ?? (type.IsNested ? $"{type.ReflectedType!.Name}.{type.Name}" : type.Name);
        return $"{typeName}.{settings.MethodName ?? method.Name}{Parameters(settings, method.GetParameters())}";
    }

    static MethodInfo RunningMethod() => TestContext.Current.TestMethod is IXunitTestMethod test
        ? test.Method
        : throw new InvalidOperationException("Verify must be called by a running test.");

    static string Parameters(VerifySettings settings, ParameterInfo[] parameters)
    {
        if (settings.ParametersText is { } text)
        {
            return $"_{text}";
        }

        var values = settings.Parameters ?? RunningArguments(parameters.Length);
        if (parameters.Length == 0 || values is null)
        {
            return "";
        }

        return values.Length <= parameters.Length
            ? string.Concat(parameters.Zip(values, (parameter, value) => $"_{parameter.Name}={ParameterText.Of(value)}"))
            : throw new InvalidOperationException(
                $"The number of passed in parameters ({values.Length}) must not exceed the number of parameters for the method ({parameters.Length}).");
    }

    static object?[]? RunningArguments(int count)
    {
        var arguments = TestContext.Current switch
        {
            { TestCase: XunitTestCase { TestMethodArguments.Length: > 0 } testCase } => testCase.TestMethodArguments,
            { Test: IXunitTest test } => test.TestMethodArguments,
            _ => [],
        };
        return arguments.Length == count ? arguments : null;
    }
}
