using Nuke.Common.CI;
using Nuke.Common.Utilities;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>What NUKE's generator writes below its header.</summary>
internal sealed class YamlEntity(YamlMap map) : ConfigurationEntity
{
    public override void Write(CustomFileWriter writer)
    {
        foreach (var line in YamlWriter.Lines(map))
        {
            writer.WriteLine(line.Length == 0 ? null : line);
        }
    }
}
