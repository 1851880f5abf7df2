using Nuke.Common.CI;
using Nuke.Common.Utilities;
using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What starts a release. Pull requests never do.</summary>
internal sealed class WorkflowTriggers : ConfigurationEntity
{
    /// <summary>Patterns of tags whose push starts it; empty for none.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Whether publishing a GitHub release starts it.</summary>
    public required bool ReleasePublished { get; init; }

    /// <summary>Whether it can be started by hand.</summary>
    public required bool Dispatch { get; init; }

    /// <summary>The index that is published to without asking.</summary>
    public required string Index { get; init; }

    /// <summary>Whether who starts it by hand chooses between TestPyPI and the index.</summary>
    public bool HasChoice => Dispatch && !DeclaredPublisher.IsTestPyPI(Index);

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("on:");
        using (writer.Indent())
        {
            if (Tags.Count > 0)
            {
                writer.WriteLine("push:");
                using (writer.Indent())
                {
                    writer.WriteLine($"tags: [{string.Join(", ", Tags.Select(Yaml.Quote))}]");
                }
            }

            if (ReleasePublished)
            {
                writer.WriteLine("release:");
                using (writer.Indent())
                {
                    writer.WriteLine("types: [published]");
                }
            }

            if (Dispatch)
            {
                WriteDispatch(writer);
            }
        }
    }

    /// <summary>TestPyPI comes first: what is chosen without looking must not be what cannot be undone.</summary>
    private void WriteDispatch(CustomFileWriter writer) => writer.WriteLines(
        !HasChoice ? "workflow_dispatch:" :
        $"""
        workflow_dispatch:
          inputs:
            index:
              description: Index to publish to
              type: choice
              options: [testpypi, {Yaml.Text(Index)}]
              default: testpypi
              required: true
        """);
}
