using System.ComponentModel;
using System.Globalization;
using Nuke.Common;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tools.GitVersion;

namespace Nuke.Components;

public interface IHazArtifacts : INukeBuild
{
    AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";
}

public interface IHazSolution : INukeBuild
{
    [Solution]
    [Required]
    Solution Solution => TryGetValue(() => Solution);
}

public interface IHazConfiguration : INukeBuild
{
    [Parameter]
    Configuration Configuration => TryGetValue(() => Configuration) ?? new() { Value = IsLocalBuild ? "Debug" : "Release" };
}

public interface IHazGitRepository : INukeBuild
{
    [GitRepository]
    [Required]
    GitRepository GitRepository => TryGetValue(() => GitRepository);
}

public interface IHazGitVersion : INukeBuild
{
    [GitVersion]
    [Required]
    GitVersion Versioning => TryGetValue(() => Versioning);
}

/// <summary>Debug or Release.</summary>
[TypeConverter(typeof(TypeConverter))]
public class Configuration
{
    internal string Value { get; init; }

    public override string ToString() => Value;

    private sealed class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) => sourceType == typeof(string);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
            => new Configuration { Value = new[] { "Debug", "Release" }.Single(x => x.Equals((string)value, StringComparison.OrdinalIgnoreCase)) };
    }
}
