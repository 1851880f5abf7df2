using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

/// <summary>
/// The sources of parameters. The first source that has a value wins: command line, positional arguments (targets only), environment, parameters
/// files.
/// </summary>
internal static class Parameters
{
    /// <summary>Set once the parameters files have been read.</summary>
    public static Func<string, Type, object> FromFiles { get; set; }

    public static string NameOf(MemberInfo member)
        => member.DeclaringType.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix
           + (member.GetCustomAttribute<ParameterAttribute>().NotNull().Name ?? member.Name);

    public static string DashedNameOf(MemberInfo member) => ParameterNames.Dashed(NameOf(member));

    public static string DescriptionOf(MemberInfo member) => member.GetCustomAttribute<ParameterAttribute>().NotNull().Description?.TrimEnd('.');

    public static T Get<T>(Expression<Func<object>> member) => (T)Get(member.Member(), typeof(T));

    public static object Get(MemberInfo member, Type type) => Get(NameOf(member), type, SeparatorOf(member));

    public static T Get<T>(string name) => (T)Get(name, typeof(T), null);

    public static object Get(string name, Type type, char? separator)
        => (EnvironmentInfo.CommandLine.Has(name) ? EnvironmentInfo.CommandLine.Named(name, type, separator) : null)
           ?? (name == WellKnown.InvokedTargets ? EnvironmentInfo.CommandLine.AllPositional(type, separator) : null)
           ?? FromEnvironment(name, type, separator)
           ?? FromFiles?.Invoke(name, type);

    private static char? SeparatorOf(MemberInfo member) => member.GetCustomAttribute<ParameterAttribute>().Separator?.SingleOrDefault();

    // The exact name first; otherwise any variable with the same letters and digits, with or without the prefix NUKE. If there are two, none is used.
    private static object FromEnvironment(string name, Type type, char? separator)
    {
        var variables = EnvironmentInfo.Variables;
        if (!variables.TryGetValue(name, out var value))
        {
            var wanted = LettersAndDigits(name);
            var values = variables
                .Where(x => LettersAndDigits(x.Key) is var key && (key.EqualsOrdinalIgnoreCase(wanted) || key.EqualsOrdinalIgnoreCase($"NUKE{wanted}")))
                .Select(x => x.Value)
                .ToList();
            if (values.Count > 1)
                Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
            if (values.Count != 1)
                return Conversion.Default(type);
            value = values[0];
        }

        try
        {
            return Conversion.Convert(value, type, separator, flagDefault: false);
        }
        catch (Exception exception)
        {
            throw new Exception(
                new[] { exception.Message, $"Resolving parameter '{name}' failed. Environment variable was:", value }.JoinNewLine());
        }
    }

    private static string LettersAndDigits(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
