using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

/// <summary>
/// The sources of parameters. The first source that has a value wins: command line, positional arguments (targets only), environment, parameters
/// files.
/// </summary>
internal static partial class Parameters
{
    private static readonly CommandLine CommandLine = new(EnvironmentInfo.CommandLineArguments);

    /// <summary>Set as soon as the build class is known.</summary>
    public static Func<string, Type, object> FromFiles { get; set; }

    public static string NameOf(MemberInfo member)
        => member.DeclaringType.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix
           + (member.GetCustomAttribute<ParameterAttribute>().NotNull().Name ?? member.Name);

    /// <summary>The name in the help: a word starts at an upper-case letter after a lower-case one, and known words are not split.</summary>
    public static string DashedNameOf(MemberInfo member)
        => WordBoundary().Replace(KnownWord().Replace(NameOf(member), x => x.Value[..1] + x.Value[1..].ToLowerInvariant()), "-").ToLowerInvariant();

    public static string DescriptionOf(MemberInfo member) => member.GetCustomAttribute<ParameterAttribute>().NotNull().Description?.TrimEnd('.');

    public static T Get<T>(Expression<Func<object>> member) => (T)Get(member.Member(), typeof(T));

    public static object Get(MemberInfo member, Type type)
        => Get(NameOf(member), type, member.GetCustomAttribute<ParameterAttribute>().Separator?.SingleOrDefault());

    public static T Get<T>(string name) => (T)Get(name, typeof(T), null);

    private static object Get(string name, Type type, char? separator)
        => CommandLine.Named(name, type, separator)
           ?? (name == NukeBuild.TargetParameter ? CommandLine.Positional(type, separator) : null)
           ?? FromEnvironment(name, type, separator)
           ?? FromFiles?.Invoke(name, type)
           ?? (type.IsValueType ? Activator.CreateInstance(type) : null);

    // The exact name first; otherwise any variable with the same letters and digits, with or without the prefix NUKE. If there are two, none is used.
    private static object FromEnvironment(string name, Type type, char? separator)
    {
        var variables = EnvironmentInfo.Variables;
        if (!variables.TryGetValue(name, out var value))
        {
            var wanted = LettersAndDigits(name);
            var values = variables.Where(x => IsMeant(LettersAndDigits(x.Key))).Select(x => x.Value).ToList();
            if (values.Count > 1)
                Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
            if (values.Count != 1)
                return null;
            value = values[0];

            bool IsMeant(string key)
                => key.Equals(wanted, StringComparison.OrdinalIgnoreCase) || key.Equals($"NUKE{wanted}", StringComparison.OrdinalIgnoreCase);
        }

        try
        {
            return Conversion.Convert(value, type, separator);
        }
        catch (Exception exception)
        {
            throw new Exception(string.Join(
                Environment.NewLine, exception.Message, $"Resolving parameter '{name}' failed. Environment variable was:", value));
        }
    }

    private static string LettersAndDigits(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    [GeneratedRegex("DotNet|GitHub|GitVersion|MSBuild|NuGet|GitLab")]
    private static partial Regex KnownWord();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBoundary();
}
