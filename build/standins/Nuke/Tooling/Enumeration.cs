using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>An enum with text values, which are static fields of the derived class.</summary>
public abstract class Enumeration
{
    protected string Value { get; set; }

    public static implicit operator string(Enumeration value) => value?.Value;

    public static bool operator ==(Enumeration a, Enumeration b) => Equals(a, b);

    public static bool operator !=(Enumeration a, Enumeration b) => !Equals(a, b);

    public override bool Equals(object obj) => obj?.GetType() == GetType() && Equals((Enumeration)obj);

    protected bool Equals(Enumeration other) => Value == other.Value;

    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => Value.NotNull();

    public class TypeConverter<T> : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType)
            => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);
            var fields = typeof(T).GetFields(Reflection.OfType).Where(x => x.Name.EqualsOrdinalIgnoreCase(text)).ToList();
            Assert.HasSingleItem(fields);
            return fields[0].GetValue(null);
        }
    }
}
