using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>Access to properties, fields and the lambdas that name them.</summary>
internal static class Reflection
{
    public const BindingFlags OfInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    public const BindingFlags OfType = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    public const BindingFlags Everything = OfInstance | OfType | BindingFlags.FlattenHierarchy;

    public static bool Has<T>(this MemberInfo member)
        where T : Attribute
        => member.GetCustomAttribute<T>() != null;

    /// <summary>Explicit implementations are named "Namespace.IInterface.Member"; users know the last part.</summary>
    public static string ShortName(this MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    public static Type ValueType(this MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    public static object Read(this MemberInfo member, object instance)
        => member is FieldInfo field ? field.GetValue(instance) : ((PropertyInfo)member).GetValue(instance);

    /// <summary>Assigns a field or the backing field of an auto-property (which needs no setter), or calls the setter.</summary>
    public static void Assign(this MemberInfo member, object instance, object value)
    {
        if ((member as FieldInfo ?? BackingField(member)) is { } field)
        {
            field.SetValue(instance, value);
            return;
        }

        var property = (PropertyInfo)member;
        Assert.True(property.SetMethod != null, $"Property '{member.Name}' is not settable");
        property.SetValue(instance, value);
    }

    /// <summary>The member named by a lambda such as <c>() =&gt; Configuration</c>.</summary>
    public static MemberInfo Member(this LambdaExpression expression)
        => ((MemberExpression)(expression.Body is UnaryExpression conversion ? conversion.Operand : expression.Body)).Member;

    private static FieldInfo BackingField(MemberInfo member)
        => member.DeclaringType.GetFields(Everything).FirstOrDefault(x => x.Name.StartsWith($"<{member.Name}>", StringComparison.Ordinal));
}
