using System.ComponentModel;

namespace Nuke.Common.Utilities;

/// <summary>Converts text to values with the type's <see cref="System.ComponentModel.TypeConverter"/>, and arrays element by element.</summary>
internal static class Conversion
{
    public static Type Nullable(Type type)
        => type.IsValueType && System.Nullable.GetUnderlyingType(type) == null ? typeof(Nullable<>).MakeGenericType(type) : type;

    public static object Convert(string value, Type type, char? separator)
        => Convert((separator is { } character ? value.Split(character) : [value]).Where(x => !string.IsNullOrWhiteSpace(x)).ToArray(), type, flagDefault: false);

    /// <param name="flagDefault">The value of a flag without a value.</param>
    public static object Convert(IReadOnlyCollection<string> values, Type type, bool flagDefault)
    {
        if (type.IsArray)
            return ToArray(values, type.GetElementType());
        if (values.Count == 0)
            return type == typeof(bool) || type == typeof(bool?) ? flagDefault : null;

        var converted = values.Select(x => Convert(x, type)).ToList();
        Assert.True(converted.Count == 1, $"Value [ {string.Join(", ", values)} ] cannot be assigned to '{NameOf(type)}'");
        return converted[0];
    }

    private static object Convert(string value, Type type)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
        }
        catch
        {
            throw new Exception($"Value '{value}' could not be converted to '{NameOf(type)}'");
        }
    }

    private static Array ToArray(IReadOnlyCollection<string> values, Type type)
    {
        var array = Array.CreateInstance(type, values.Count);
        foreach (var (index, value) in values.Index())
            array.SetValue(Convert(value, type), index);
        return array;
    }

    private static string NameOf(Type type)
        => System.Nullable.GetUnderlyingType(type) is { } underlying ? $"{NameOf(underlying)}?"
            : type == typeof(int) ? "int"
            : type == typeof(bool) ? "bool"
            : type == typeof(string) ? "string"
            : type.Name;
}
