using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

public abstract class ToolInjectionAttributeBase : ValueInjectionAttributeBase
{
    public override bool SuppressWarnings => true;

    public abstract ToolRequirement GetRequirement(MemberInfo member);
}

/// <summary>A tool given by the environment variable NAME_EXE or found on the PATH; null, without a warning, if there is none.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class PathVariableAttribute(string pathExecutable = null) : ToolInjectionAttributeBase
{
    public override ToolRequirement GetRequirement(MemberInfo member) => new();

    public override object GetValue(MemberInfo member, object instance)
        => ToolResolver.GetEnvironmentOrPathTool(pathExecutable ?? member.Name.ToLowerInvariant());
}
