namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>A small project that uses one setting of a build backend.</summary>
/// <param name="Name">What it demonstrates.</param>
/// <param name="Table">The backend's own tables.</param>
/// <param name="Files">Paths; their content is a comment, or the text after <c>=</c>.</param>
internal sealed record BackendKind(string Name, string Table, string Files)
{
    /// <summary>The <c>[project]</c> table, without its heading.</summary>
    public string Project { get; init; } = "name = \"greeter\"\nversion = \"1.0\"\ndescription = \"Greets\"\nrequires-python = \">=3.9\"\n";

    /// <summary>The oldest version of the backend that supports the setting.</summary>
    public string Since { get; init; } = "0";

    /// <summary>Writes the project's files.</summary>
    public void Write(string backend, Action<string, string> write)
    {
        write("pyproject.toml", $"[build-system]\nrequires = [\"{Requirement(backend)}\"]\nbuild-backend = \"{backend}\"\n\n[project]\n{Project}\n{Table}\n");
        foreach (var file in Files.Split(' ', '\n').Where(file => file.Length > 0))
        {
            var parts = file.Split('=', 2);
            write(parts[0], parts.Length == 1 ? $"# {file}\n" : parts[1].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\s", " ", StringComparison.Ordinal));
        }
    }

    private static string Requirement(string backend) => backend switch
    {
        "setuptools.build_meta" => "setuptools",
        "hatchling.build" => "hatchling",
        "flit_core.buildapi" => "flit_core",
        "pdm.backend" => "pdm-backend",
        _ => "poetry-core",
    };
}
