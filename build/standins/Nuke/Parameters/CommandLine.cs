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

    public object Named(string name, Type type, char? separator)
    {
        var wanted = name.Replace("-", "");
        var index = Array.FindLastIndex(_arguments, x => IsName(x) && x.Replace("-", "").Equals(wanted, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : Convert(name, _arguments.Skip(index + 1).TakeWhile(x => !IsName(x)).ToArray(), type, separator);
    }

    public object Positional(Type type, char? separator)
        => _arguments.TakeWhile(x => !IsName(x)).ToArray() is { Length: > 0 } values ? Convert("$all-positional", values, type, separator) : null;

    private static bool IsName(string argument) => argument.StartsWith('-');

    private object Convert(string name, string[] values, Type type, char? separator)
    {
        Assert.True(
            values.Length == 1 || separator is not { } single || !values.Any(x => x.Contains(single)),
            // the misspelling is NUKE's
            $"Argumenet '{name}' with value [ {string.Join(", ", values)} ] cannot be split with separator '{separator}'");
        if (separator is { } character && values.Length == 1)
            values = values[0].Split(character);

        try
        {
            return Conversion.Convert(values, type, flagDefault: true);
        }
        catch (Exception exception)
        {
            throw new Exception(string.Join(
                Environment.NewLine,
                [$"Resolving argument '{name}' failed.", exception.Message, "Arguments were:", .. _arguments.Select((x, i) => $"  [{i}] = {x}")]));
        }
    }
}
