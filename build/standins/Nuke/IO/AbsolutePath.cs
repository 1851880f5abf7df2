using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalised path. Converts to and from strings; a string must be rooted.</summary>
[TypeConverter(typeof(TypeConverter))]
public sealed record AbsolutePath
{
    private readonly string _path;

    private AbsolutePath(string path)
    {
        Assert.True(PathConstruction.HasPathRoot(path), $"Path '{path}' must be rooted");
        _path = PathConstruction.NormalizePath(path);
    }

    public string Name => Path.GetFileName(_path);

    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(_path);

    /// <summary>The parent directory, or null at the root.</summary>
    public AbsolutePath Parent => PathConstruction.IsRoot(_path) ? null : this / "..";

    public static implicit operator AbsolutePath(string path) => path is null ? null : new AbsolutePath(path);

    public static implicit operator string(AbsolutePath path) => path?._path;

    public static AbsolutePath operator /(AbsolutePath left, string right) => new(PathConstruction.Combine(left.NotNull()._path, right));

    public override string ToString() => _path;

    /// <summary>A relative path is resolved against the working directory.</summary>
    private sealed class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) => sourceType == typeof(string);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
            => PathConstruction.HasPathRoot((string)value) ? (AbsolutePath)(string)value : EnvironmentInfo.WorkingDirectory / (string)value;
    }
}
