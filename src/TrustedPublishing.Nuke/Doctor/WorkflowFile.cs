using TrustedPublishing.LocalSystem;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>A file in <c>.github/workflows</c>, or a GitLab pipeline, as YAML; or why it cannot be read.</summary>
internal sealed record WorkflowFile(string Name, YamlMappingNode? Root, string? Problem)
{
    /// <summary>GitHub itself rejects workflows larger than about 512 KiB; no hand-written file is larger or more deeply nested.</summary>
    private const int LargestFile = 1024 * 1024;

    private const int DeepestNesting = 50;

    public static IReadOnlyList<WorkflowFile> In(string root)
    {
        var folder = Path.Combine(root, ".github", "workflows");
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder).Where(IsYaml).Order(StringComparer.Ordinal).Select(Read)];
    }

    /// <summary>The file at a path; null if there is none.</summary>
    public static WorkflowFile? At(string path) => File.Exists(path) ? Read(path) : null;

    public static WorkflowFile Parse(string name, string text)
    {
        try
        {
            RefuseWhatGrows(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? new(name, root, null) : new(name, null, "it is not a YAML mapping");
        }
        catch (YamlException exception)
        {
            return new(name, null, $"line {exception.Start.Line}: {exception.Message}");
        }
        catch (Exception undocumented) when (undocumented is not OutOfMemoryException)
        {
            return new(name, null, "it is not YAML"); // the library ends like this on some unfinished texts and on aliases of nothing
        }
    }

    private static WorkflowFile Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return Parse(name, RegularFile.ReadAllText(path, LargestFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(name, null, exception.Message);
        }
    }

    private static bool IsYaml(string path) => Path.GetExtension(path) is ".yml" or ".yaml";

    /// <summary>
    /// The library builds its tree recursively, so the depth is first determined from the flat event stream. An alias stands for a whole part of the
    /// file, and a few nested aliases could expand to a tree too large to process.
    /// </summary>
    private static void RefuseWhatGrows(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is AnchorAlias alias)
            {
                throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} is not supported: write out its value");
            }

            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, $"nested deeper than {DeepestNesting} levels");
            }
        }
    }
}
