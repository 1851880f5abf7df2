using System.Reflection;
using System.Text.Json;
using Nuke.Common;
using Nuke.Common.Git;
using Nuke.Common.ProjectModel;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>
/// The members of a build that have a value in the publishing job, which has no sources but only the files that are handed over: the parameters file,
/// the solution files that it or an attribute names, and a git repository with a remote.
/// </summary>
internal sealed class JobValues(INukeBuild build)
{
    public const string ParametersFile = ".nuke/parameters.json";

    private static readonly JsonDocumentOptions AsNukeReadsIt = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, string?> file = Read(Path.Combine(build.RootDirectory, ParametersFile));

    public static bool IsFromGit(MemberInfo member) => member.IsDefined(typeof(GitRepositoryAttribute));

    public bool Has(MemberInfo member) => IsFromGit(member) || (IsSolution(member) ? SolutionOf(member) is not null : HasParameter(member));

    /// <summary>
    /// The solution file from which a member is read, relative to the root; null if none is named, or if it does not exist or is outside the root.
    /// </summary>
    public string? SolutionOf(MemberInfo member)
    {
        if (!IsSolution(member) || Named(member) is not { Length: > 0 } named)
        {
            return null;
        }

        string root = build.RootDirectory;
        var relative = Path.GetRelativePath(root, Path.Combine(root, named)).Replace('\\', '/');
        return !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative) && File.Exists(Path.Combine(root, relative)) ? relative : null;
    }

    /// <summary>The value in the attribute or the parameters file; null if neither has one.</summary>
    public string? Named(MemberInfo member) =>
        member.GetCustomAttributesData().Single(data => data.AttributeType.IsAssignableTo(typeof(SolutionAttribute))).ConstructorArguments is [{ Value: string path }]
            ? path
            : file.GetValueOrDefault(BuildParameters.NameOf(member));

    public static bool IsSolution(MemberInfo member) => member.IsDefined(typeof(SolutionAttribute));

    /// <summary>
    /// A parameter has a value there if the file or the code sets it; values from this machine's variables or command line do not count.
    /// </summary>
    private bool HasParameter(MemberInfo member)
    {
        if (member.GetCustomAttribute<ParameterAttribute>() is not { } attribute)
        {
            return false;
        }

        var isSecret = member.IsDefined(typeof(SecretAttribute));
        var inFile = !isSecret && attribute.GetType() == typeof(ParameterAttribute) && file.ContainsKey(BuildParameters.NameOf(member));
        return inFile || (IsOverridden(member) || (!isSecret && attribute.GetType() == typeof(ParameterAttribute))) && HasValueHere(member);
    }

    /// <summary>Whether the build replaces an interface's getter with its own code.</summary>
    private bool IsOverridden(MemberInfo member)
    {
        if (member is not PropertyInfo { GetMethod: { } getter } || member.DeclaringType is not { IsInterface: true } component)
        {
            return false;
        }

        var map = build.GetType().GetInterfaceMap(component);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, getter)].DeclaringType != component;
    }

    private bool HasValueHere(MemberInfo member)
    {
        try
        {
            var value = member is FieldInfo field ? field.GetValue(build) : ((PropertyInfo)member).GetValue(build);
            return value is string text ? !string.IsNullOrWhiteSpace(text) : value is not null;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }

    private static Dictionary<string, string?> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(RegularFile.ReadTextIfAny(path) ?? "{}", AsNukeReadsIt);
            return json.RootElement.EnumerateObject().Where(property => property.Value.ValueKind is not JsonValueKind.Null).DistinctBy(property => property.Name)
                .ToDictionary(property => property.Name, property => property.Value.ValueKind is JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText(), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException)
        {
            return []; // NUKE reports what is wrong with it
        }
    }
}
