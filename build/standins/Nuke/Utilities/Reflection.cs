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

    public static string FullDisplayName(this MemberInfo member)
        => member.DeclaringType == null ? TypeNames.Of((Type)member) : $"{member.DeclaringType.FullDisplayName()}.{member.ShortName()}";

    public static Type ValueType(this MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        MethodInfo method => method.ReturnType,
        _ => throw new NotSupportedException(member.ToString()),
    };

    public static bool HasPublicGetter(this MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic,
        PropertyInfo property => (property.GetMethod ?? property.SetMethod).IsPublic,
        MethodInfo method => method.IsPublic,
        _ => throw new NotSupportedException(member.ToString()),
    };

    public static object Read(this MemberInfo member, object instance) => member switch
    {
        FieldInfo field => field.GetValue(instance),
        PropertyInfo property => property.GetValue(instance),
        _ => throw new NotSupportedException(member.ToString()),
    };

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
    public static MemberInfo Member(this LambdaExpression expression) => expression.Body switch
    {
        MethodCallExpression call => call.Method,
        UnaryExpression conversion => ((MemberExpression)conversion.Operand).Member,
        _ => ((MemberExpression)expression.Body).Member,
    };

    /// <summary>The object whose member the lambda names, if it is captured directly (as <c>this</c> is).</summary>
    public static object Instance(this LambdaExpression expression)
        => ((expression.Body as MemberExpression)?.Expression as ConstantExpression)?.Value;

    private static FieldInfo BackingField(MemberInfo member)
    {
        for (var type = member.DeclaringType; type != null; type = type.BaseType)
        {
            if (type.GetFields(Everything).FirstOrDefault(x => x.Name.StartsWith($"<{member.Name}>", StringComparison.Ordinal)) is { } field)
                return field;
        }

        return null;
    }
}
