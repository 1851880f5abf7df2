using System.Collections;
using System.Globalization;

namespace VerifyTests;

/// <summary>Writes an argument as part of a file name that every operating system accepts.</summary>
static class ParameterText
{
    const string Invalid = "\"\\<>|:*?/";

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => Clean(text),
        DateTime or DateTimeOffset or DateOnly or TimeOnly or IDictionary => throw new NotSupportedException(
            $"A {value.GetType().Name} has no file name here: give it one with UseTextForParameters."),
        ICollection { Count: 0 } => "[]",
        ICollection items => string.Join(',', items.Cast<object?>().Select(Item)),
        IFormattable number when value is not Enum => Clean(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Clean(value.ToString() ?? throw new InvalidOperationException($"{value.GetType()} returned a null for `ToString()`.")),
    };

    static string Item(object? value) => value is ICollection { Count: > 0 } ? $"[{Of(value)}]" : Of(value);

    static string Clean(string text) =>
        string.Concat(text.Select(character => character < ' ' || Invalid.Contains(character) ? '-' : character));
}
