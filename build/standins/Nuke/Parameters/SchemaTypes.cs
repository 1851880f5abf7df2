using System.ComponentModel;
using System.Reflection;
using Newtonsoft.Json.Linq;
using Nuke.Common.Utilities;

namespace Nuke.Common.ValueInjection;

/// <summary>The schemas of types: types that can be converted from text are strings; enums and objects become definitions.</summary>
internal sealed class SchemaTypes(JObject definitions)
{
    private static readonly string[] KeyOrder = ["type", "description", "default", "format", "oneOf", "items", "enum", "$ref"];

    private static readonly Dictionary<Type, (string Type, string Format)> Simple = new()
    {
        [typeof(string)] = ("string", null),
        [typeof(bool)] = ("boolean", null),
        [typeof(byte)] = ("integer", "byte"),
        [typeof(sbyte)] = ("integer", null),
        [typeof(short)] = ("integer", null),
        [typeof(ushort)] = ("integer", null),
        [typeof(uint)] = ("integer", null),
        [typeof(ulong)] = ("integer", null),
        [typeof(int)] = ("integer", "int32"),
        [typeof(long)] = ("integer", "int64"),
        [typeof(float)] = ("number", "float"),
        [typeof(double)] = ("number", "double"),
        [typeof(decimal)] = ("number", "decimal"),
        [typeof(DateTime)] = ("string", "date-time"),
        [typeof(DateTimeOffset)] = ("string", "date-time"),
        [typeof(TimeSpan)] = ("string", "duration"),
        [typeof(Guid)] = ("string", "guid"),
        [typeof(Uri)] = ("string", "uri"),
    };

    public static JObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    public static JObject InOrder(JObject schema) => new(schema.Properties().OrderBy(x => Array.IndexOf(KeyOrder, x.Name)));

    public JObject Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return OrNull(Of(underlying));
        if (Simple.TryGetValue(type, out var simple))
            return simple.Format == null ? new JObject { ["type"] = simple.Type } : new JObject { ["type"] = simple.Type, ["format"] = simple.Format };
        if (type == typeof(object))
            return [];
        if (type.IsEnum)
            return Define(type, () => new JObject { ["type"] = "string", ["description"] = XmlSummary.Of(type), ["enum"] = new JArray(type.GetEnumNames()) });
        if (Conversion.IsCollection(type))
            return new JObject { ["type"] = "array", ["items"] = Of(Conversion.Scalar(type)) };
        return TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string))
            ? new JObject { ["type"] = "string" }
            : Define(type, () => Object(type));
    }

    private JObject Define(Type type, Func<JObject> schema)
    {
        if (definitions[type.Name] == null)
        {
            definitions[type.Name] = new JObject(); // a type may contain itself
            ((JObject)definitions[type.Name]).Replace(schema());
        }

        return Reference(type.Name);
    }

    private JObject Object(Type type)
    {
        var members = type.GetFields().Cast<MemberInfo>().Concat(type.GetProperties()).Where(x => x is not FieldInfo { IsStatic: true });
        var properties = new JObject(members.Select(x => new JProperty(x.Name, Member(x.ValueType()))));
        return new JObject { ["type"] = "object", ["properties"] = properties };
    }

    private JObject Member(Type type) => type.IsValueType ? Of(type) : OrNull(Of(type));

    private static JObject OrNull(JObject schema)
    {
        if (schema["type"] == null)
            return new JObject { ["oneOf"] = new JArray(new JObject { ["type"] = "null" }, schema) };
        schema["type"] = new JArray(new[] { (string)schema["type"], "null" }.Order(StringComparer.Ordinal));
        return schema;
    }
}
