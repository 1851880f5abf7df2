using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>
/// The command line: arguments before the first one with a dash are positional; an argument with dashes takes all values up to the next one. Dashes
/// and case are ignored in names, and the last occurrence wins.
/// </summary>
internal sealed class CommandLine(IEnumerable<string> arguments)
{
    private readonly string[] _arguments = arguments.ToArray();

    public IReadOnlyList<string> Arguments => _arguments;

    public bool Has(string name) => IndexOf(name) >= 0;

    public object Named(string name, Type type, char? separator = null)
    {
        var index = IndexOf(name);
        return index < 0
            ? Conversion.Default(type)
            : Convert(name, _arguments.Skip(index + 1).TakeWhile(x => !IsName(x)).ToArray(), type, separator);
    }

    public object Positional(int position, Type type)
        => position < Positionals.Length ? Convert($"$positional[{position}]", [Positionals[position]], type, null) : null;

    public object AllPositional(Type type, char? separator = null)
        => Positionals.Length == 0 ? Conversion.Default(type) : Convert("$all-positional", Positionals, type, separator);

    private string[] Positionals => _arguments.TakeWhile(x => !IsName(x)).ToArray();

    private static bool IsName(string argument) => argument.StartsWith('-');

    private int IndexOf(string name)
    {
        var wanted = name.Replace("-", "");
        return Array.FindLastIndex(_arguments, x => IsName(x) && x.Replace("-", "").EqualsOrdinalIgnoreCase(wanted));
    }

    private object Convert(string name, string[] values, Type type, char? separator)
    {
        Assert.True(
            values.Length == 1 || separator is not { } single || !values.Any(x => x.Contains(single)),
            // the misspelling is NUKE's
            $"Argumenet '{name}' with value [ {values.JoinCommaSpace()} ] cannot be split with separator '{separator}'");
        if (separator is { } character && values.Length == 1)
            values = values[0].Split(character);

        try
        {
            return Conversion.Convert(values, type, flagDefault: true);
        }
        catch (Exception exception)
        {
            throw new Exception(new[] { $"Resolving argument '{name}' failed.", exception.Message, "Arguments were:" }
                .Concat(_arguments.Select((x, i) => $"  [{i}] = {x}"))
                .JoinNewLine());
        }
    }
}
