using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common
{
    /// <summary>
    /// A value from the command line, the environment or a parameters file. On an interface,
    /// <see cref="INukeBuild.TryGetValue{T}(System.Linq.Expressions.Expression{Func{T}})"/> reads it.
    /// </summary>
    public class ParameterAttribute(string description = null) : ValueInjectionAttributeBase
    {
        public string Description { get; } = description;

        public string Name { get; set; }

        public string Separator { get; set; }

        /// <summary>Whether <c>--help</c> lists it.</summary>
        internal bool List { get; init; } = true;

        internal override object GetValue(MemberInfo member) => Parameters.Get(member, Conversion.Nullable(member.ValueType()));
    }

    /// <summary>Checked at every start of the build, whatever target runs.</summary>
    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
    public class RequiredAttribute : Attribute;

    /// <summary>Suppresses the warning if the value is not available.</summary>
    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
    public class OptionalAttribute : Attribute;

    /// <summary>The value is encrypted in parameters files. It is not masked in any output.</summary>
    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
    public class SecretAttribute : Attribute;

    /// <summary>The prefix of the names of parameters that this interface itself declares.</summary>
    [AttributeUsage(AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
    public class ParameterPrefixAttribute(string prefix) : Attribute
    {
        public string Prefix { get; } = prefix;
    }
}

namespace Nuke.Common.ValueInjection
{
    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
    public abstract class ValueInjectionAttributeBase : Attribute
    {
        internal abstract object GetValue(MemberInfo member);

        /// <summary>A value that is not available is null, with a warning.</summary>
        internal object TryGetValue(MemberInfo member)
        {
            try
            {
                return GetValue(member);
            }
            catch (Exception exception)
            {
                if (!member.Has<OptionalAttribute>())
                    Log.Warning(exception.Unwrap(), "Could not inject value for {Member}", $"{member.DeclaringType.Name}.{member.ShortName()}");
                return null;
            }
        }
    }
}
