using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

/// <summary>The valid values of a parameter, if known: from a value provider, an enumeration class or an enum.</summary>
internal static class ValueSets
{
    public static List<(string Text, object Value)> Of(MemberInfo member, object instance)
    {
        var attribute = member.GetCustomAttribute<ParameterAttribute>().NotNull();
        var type = Conversion.Scalar(member.ValueType());
        try
        {
            return (attribute.GetValueSet(member, instance) ?? FromProvider(attribute, member, instance) ?? FromEnumeration(type) ?? FromEnum(type))
                ?.OrderBy(x => x.Item1)
                .ToList();
        }
        catch (Exception exception)
        {
            Log.Warning(exception.Unwrap(), "Could not resolve value-set for {Parameter}", member.FullDisplayName());
            return null;
        }
    }

    private static IEnumerable<(string, object)> FromProvider(ParameterAttribute attribute, MemberInfo member, object instance)
    {
        if (attribute.ValueProviderMember == null)
            return null;

        var type = attribute.ValueProviderType ?? instance.GetType();
        var provider = type.GetMember(attribute.ValueProviderMember, Reflection.Everything)
            .SingleOrDefault()
            .NotNull($"No single provider '{type.Name}.{member.Name}' found");
        Assert.True(
            provider.ValueType() == typeof(IEnumerable<string>),
            $"Value provider '{provider.Name}' must be of type '{TypeNames.Of(typeof(IEnumerable<string>))}'");
        var values = provider is MethodInfo method ? method.Invoke(method.IsStatic ? null : instance, null) : provider.Read(instance);
        return ((IEnumerable<string>)values).Select(x => (x, (object)x));
    }

    private static IEnumerable<(string, object)> FromEnumeration(Type type)
        => type.IsSubclassOf(typeof(Enumeration))
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => (x.Name, x.GetValue(null)))
            : null;

    private static IEnumerable<(string, object)> FromEnum(Type type)
        => type.IsEnum ? type.GetEnumNames().Select(x => (x, Enum.Parse(type, x))) : null;
}
