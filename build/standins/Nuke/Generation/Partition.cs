using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.CI;

/// <summary>A part of the work that CI distributes over several jobs, written as <c>1/3</c>.</summary>
[TypeConverter(typeof(TypeConverter))]
public class Partition
{
    public static Partition Single { get; } = new() { Part = 1, Total = 1 };

    public int Part { get; set; }

    public int Total { get; set; }

    public bool IsIn(int part) => Total == 1 || part == Part;

    public IEnumerable<T> GetCurrent<T>(IEnumerable<T> enumerable) => enumerable.Where((_, index) => index % Total == Part - 1);

    public override string ToString() => $"{Part}/{Total}";

    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType)
            => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);
            var numbers = text.Split('/');
            return new Partition
            {
                Part = int.Parse(numbers[0], CultureInfo.InvariantCulture),
                Total = int.Parse(numbers[1], CultureInfo.InvariantCulture),
            };
        }
    }
}
