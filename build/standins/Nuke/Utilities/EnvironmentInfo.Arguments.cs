using System.Linq.Expressions;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    internal static CommandLine CommandLine { get; set; } = new(Environment.GetCommandLineArgs().Skip(1));

    public static IReadOnlyCollection<string> CommandLineArguments => CommandLine.Arguments;

    public static bool HasArgument(string name) => CommandLine.Has(name);

    public static bool HasArgument<T>(Expression<Func<T>> expression) => HasArgument(expression.Member().Name);

    public static T GetNamedArgument<T>(string parameterName, char? separator = null)
        => (T)CommandLine.Named(parameterName, typeof(T), separator);

    public static T GetNamedArgument<T>(Expression<Func<T>> expression, char? separator = null)
        => GetNamedArgument<T>(expression.Member().Name, separator);

    public static T GetNamedArgument<T>(Expression<Func<object>> expression, char? separator = null)
        => GetNamedArgument<T>(expression.Member().Name, separator);
}
