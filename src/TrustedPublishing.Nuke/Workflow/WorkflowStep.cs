using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>One step of a job: an action at a commit, or commands.</summary>
internal sealed class WorkflowStep(string name) : ConfigurationEntity
{
    /// <summary>The step's id, when a later one reads its outputs.</summary>
    public string? Id { get; init; }

    /// <summary>The condition under which it runs; null for always.</summary>
    public string? If { get; init; }

    /// <summary>The action to run; null for commands.</summary>
    public PinnedAction? Uses { get; init; }

    /// <summary>The action's inputs, in order; values are written as they are.</summary>
    public IReadOnlyList<(string Name, string Value)> With { get; init; } = [];

    /// <summary>Variables for the commands. Expressions stand only here, never inside commands, where a value would become code.</summary>
    public IReadOnlyList<(string Name, string Value)> Variables { get; init; } = [];

    /// <summary>The commands; null for an action.</summary>
    public string? Run { get; init; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: {name}");
        using (writer.Indent())
        {
            Write(writer, "id", Id);
            Write(writer, "if", If);
            Write(writer, "uses", Uses?.ToString());
            Write(writer, "with", With);
            Write(writer, "env", Variables);
            WriteCommands(writer);
        }
    }

    private static void Write(CustomFileWriter writer, string key, string? value)
    {
        if (value is not null)
        {
            writer.WriteLine($"{key}: {value}");
        }
    }

    private static void Write(CustomFileWriter writer, string key, IReadOnlyList<(string Name, string Value)> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        writer.WriteLine($"{key}:");
        using (writer.Indent())
        {
            foreach (var (name, value) in entries)
            {
                writer.WriteLine($"{name}: {value}");
            }
        }
    }

    private void WriteCommands(CustomFileWriter writer)
    {
        if (Run is null)
        {
            return;
        }

        writer.WriteLine("run: |");
        using (writer.Indent())
        {
            writer.WriteLines(Run);
        }
    }
}
