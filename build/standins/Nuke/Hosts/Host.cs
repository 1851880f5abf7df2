using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>
/// The environment in which the build runs. A host is any public subclass with a static property IsRunning&lt;Name&gt;; the first one that applies is
/// used, terminals last.
/// </summary>
[TypeConverter(typeof(TypeConverter))]
public partial class Host
{
    protected Host() => Instance = this;

    internal static Host Instance { get; private set; }

    internal static Host Default
        => AvailableTypes
            .OrderBy(x => x.IsAssignableTo(typeof(Terminal)))
            .ThenBy(x => x == typeof(Terminal))
            .Where(IsRunning)
            .Select(Create)
            .First();

    internal static IEnumerable<Type> AvailableTypes
        => AppDomain.CurrentDomain.GetAssemblies().SelectMany(x => x.GetTypes()).Where(x => x.IsPublic && x.IsSubclassOf(typeof(Host)));

    private static bool IsRunning(Type type)
    {
        var property = type.GetProperty($"IsRunning{type.Name}", Reflection.OfType)
            .NotNull($"Host type '{type.Name}' defines no property 'IsRunning{type.Name}'");
        return (bool)property.GetValue(null);
    }

    private static Host Create(Type type) => (Host)Activator.CreateInstance(type, nonPublic: true);

    // --host GitHubActions
    private sealed class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType)
            => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);
            var matching = AvailableTypes.Where(x => x.FullName.EndsWithOrdinalIgnoreCase(text)).ToList();
            Assert.HasSingleItem(matching);
            return Create(matching[0]);
        }

        public override bool CanConvertTo(ITypeDescriptorContext context, Type destinationType) => false;
    }
}
