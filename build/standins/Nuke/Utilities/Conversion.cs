using System.ComponentModel;

namespace Nuke.Common.Utilities;

/// <summary>Converts text to values with the type's <see cref="System.ComponentModel.TypeConverter"/>, and arrays element by element.</summary>
internal static class Conversion
{
    public static object Default(Type type) => AcceptsNull(type) ? null : Activator.CreateInstance(type);

    public static Type Nullable(Type type) => AcceptsNull(type) ? type : typeof(Nullable<>).MakeGenericType(type);

    public static Type Scalar(Type type)
        => System.Nullable.GetUnderlyingType(type)
           ?? (type.IsArray ? type.GetElementType() : IsCollection(type) ? type.GetGenericArguments().Single() : type);

    public static bool IsCollection(Type type)
        => type != typeof(string)
           && type.GetInterfaces().Append(type).Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>));

    public static object Convert(string value, Type type, char? separator, bool flagDefault)
        => Convert((separator is { } character ? value.Split(character) : [value]).Where(x => !x.IsNullOrWhiteSpace()).ToArray(), type, flagDefault);

    public static object Convert(IReadOnlyCollection<string> values, Type type, bool flagDefault)
    {
        Assert.True(!type.IsArray || type.GetArrayRank() == 1, "Arrays must have a rank of 1");
        if (type.IsArray)
            return ToArray(values, type);
        if (values.Count == 0)
            return type == typeof(bool) || type == typeof(bool?) ? flagDefault : null;

        var converted = values.Select(x => Convert(x, type)).ToList();
        Assert.HasSingleItem(converted, $"Value [ {values.JoinCommaSpace()} ] cannot be assigned to '{TypeNames.Of(type)}'");
        return converted[0];
    }

    public static object Convert(object value, Type type)
    {
        if (type.IsInstanceOfType(value) || (value == null && type == typeof(string)))
            return value;

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value?.ToString());
        }
        catch
        {
            throw new Exception($"Value '{value}' could not be converted to '{TypeNames.Of(type)}'");
        }
    }

    private static Array ToArray(IReadOnlyCollection<string> values, Type type)
    {
        var array = Array.CreateInstance(type.GetElementType(), values.Count);
        foreach (var (index, value) in values.Index())
            array.SetValue(Convert(value, type.GetElementType()), index);
        return array;
    }

    private static bool AcceptsNull(Type type) => System.Nullable.GetUnderlyingType(type) != null || type.IsClass;
}
