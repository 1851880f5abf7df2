using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>The host instance of the member's type, or null on a different host.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Property)]
public class CIAttribute : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance)
    {
        var type = member.ValueType();
        var property = type.GetProperty(nameof(Host.Instance), Reflection.OfType);
        Assert.True(property != null, $"Type '{type}' is not compatible for injection via '{nameof(CIAttribute)}'");
        return property.GetValue(null);
    }
}
