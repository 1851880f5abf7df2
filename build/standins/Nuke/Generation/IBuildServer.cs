namespace Nuke.Common.CI;

/// <summary>A host that makes the build a server build.</summary>
public interface IBuildServer
{
    string Branch { get; }

    string Commit { get; }
}
