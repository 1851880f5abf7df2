namespace Nuke.Common.CI;

/// <summary>A host on which the build counts as a server build.</summary>
public interface IBuildServer
{
    string Branch { get; }

    string Commit { get; }
}
