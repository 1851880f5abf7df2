using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.ValueInjection;

/// <summary>
/// The JSON schema of a build's parameters, for editors and shell completion: the user's parameters in <c>allOf</c>, the engine's in
/// <c>definitions.NukeBuild</c>.
/// </summary>
internal sealed class Schema(INukeBuild build)
{
    private const string SecretDefault = "Secrets must be entered via 'nuke :secrets [profile]'";

    private readonly JObject _definitions = [];

    public string ToJson()
    {
        var (inherited, own) = (new JObject(), new JObject());
        foreach (var member in Injection.ParameterMembers(build.GetType(), includeUnlisted: true))
            (member.DeclaringType == typeof(NukeBuild) ? inherited : own)[Parameters.NameOf(member)] = Property(member);
        _definitions[nameof(NukeBuild)] = new JObject { ["properties"] = inherited };

        var userSchema = own.Count == 0 ? [] : new JObject { ["properties"] = own };
        return new JObject
        {
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["definitions"] = _definitions,
            ["allOf"] = new JArray(userSchema, SchemaTypes.Reference(nameof(NukeBuild))),
        }.ToString(Formatting.Indented);
    }

    private JObject Property(MemberInfo member)
    {
        var schema = Type(member);
        if (ValueSets.Of(member, build) is { } values && !member.ValueType().IsEnum)
            Restrict(schema, member.ValueType(), values.ConvertAll(x => x.Text));
        if (Parameters.DescriptionOf(member) is { } description)
            schema["description"] = description;
        if (member.Has<SecretAttribute>())
            schema["default"] = SecretDefault;
        return SchemaTypes.InOrder(schema);
    }

    private JObject Type(MemberInfo member)
    {
        var type = member.ValueType();
        if (member.GetCustomAttribute<ParameterAttribute>().GetType() != typeof(ParameterAttribute))
            return new JObject { ["type"] = "string" };
        if (type == typeof(Host))
            return Definition(nameof(Host), Host.AvailableTypes.Select(x => x.Name));
        if (type == typeof(IReadOnlyCollection<ExecutableTarget>))
        {
            var targets = TargetFactory.Properties(build.GetType()).Select(x => x.ShortName());
            return new JObject { ["type"] = "array", ["items"] = Definition(nameof(ExecutableTarget), targets) };
        }

        var isNullableEnum = Nullable.GetUnderlyingType(type)?.IsEnum == true;
        return new SchemaTypes(_definitions).Of(isNullableEnum ? Nullable.GetUnderlyingType(type) : type);
    }

    private JObject Definition(string name, IEnumerable<string> values)
    {
        var sorted = new JArray(values.OrderBy(x => x));
        _definitions[name] ??= new JObject { ["type"] = "string", ["enum"] = sorted.Count == 0 ? null : sorted };
        if (sorted.Count == 0)
            ((JObject)_definitions[name]).Remove("enum");
        return SchemaTypes.Reference(name);
    }

    // As in NUKE, a nullable enum lists its values in addition to those of its definition.
    private void Restrict(JObject schema, Type type, List<string> values)
    {
        var isArray = Conversion.IsCollection(type);
        schema["type"] = isArray ? "array" : Nullable.GetUnderlyingType(type) == null ? "string" : new JArray("null", "string");
        var restricted = isArray ? (JObject)schema["items"] : Referenced(schema) ?? schema;
        restricted["enum"] = new JArray((restricted["enum"] ?? new JArray()).Values<string>().Concat(values));
        if (isArray)
            schema["items"] = SchemaTypes.InOrder(restricted);
    }

    private JObject Referenced(JObject schema)
        => (string)schema["$ref"] is { } reference ? (JObject)_definitions[reference[(reference.LastIndexOf('/') + 1)..]] : null;
}
