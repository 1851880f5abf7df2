using System.Reflection;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.ValueInjection;

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    public INukeBuild Build { get; internal set; }

    public virtual int Priority => 0;

    public virtual bool SuppressWarnings => false;

    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>A value that is not available is null, with a warning.</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception)
        {
            if (!SuppressWarnings && !member.Has<OptionalAttribute>())
                Log.Warning(exception.Unwrap(), "Could not inject value for {Member}", member.FullDisplayName());
            return null;
        }
    }

    protected T GetMemberValue<T>(string memberName, object instance)
    {
        var type = instance.GetType();
        var member = BuildMembers
            .Find(type, x => x.Name == memberName, Reflection.Everything, allowAmbiguity: true, preferMostDerived: true)
            .FirstOrDefault()
            .NotNull($"No member '{memberName}' found in '{type.Name}'");
        Assert.True(typeof(T).IsAssignableFrom(member.ValueType()), $"Member '{type.Name}.{member.Name}' must be of type '{typeof(T).Name}'");
        return (T)member.Read(instance);
    }

    protected T GetMemberValueOrNull<T>(string memberName, object instance)
        => memberName == null ? default : GetMemberValue<T>(memberName, instance);
}
