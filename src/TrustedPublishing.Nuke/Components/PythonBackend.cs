using System.ComponentModel;
using System.Globalization;

namespace TrustedPublishing.Nuke;

/// <summary>The tool that builds the distributions of a Python project.</summary>
[TypeConverter(typeof(Converter))]
public sealed record PythonBackend
{
    private PythonBackend(string name, string? tool, string arguments, string install)
    {
        Name = name;
        Tool = tool;
        Arguments = arguments;
        Install = install;
    }

    /// <summary>This library, without Python: static pure-Python projects.</summary>
    public static PythonBackend Native { get; } = new("Native", null, "", "");

    /// <summary><c>python -m build</c>, which runs the project's own build backend.</summary>
    public static PythonBackend Build { get; } = new("Build", PythonModule, "-m build --outdir {output}", "-m pip install build");

    /// <summary><c>uv build</c>.</summary>
    public static PythonBackend Uv { get; } = new("Uv", "uv", "build --out-dir {output}", "-m pip install uv");

    /// <summary><c>hatch build</c>.</summary>
    public static PythonBackend Hatch { get; } = new("Hatch", "hatch", "build {output}", "-m pip install hatch");

    /// <summary><c>poetry build</c>, version 2.</summary>
    public static PythonBackend Poetry { get; } = new("Poetry", "poetry", "build --output {output}", "-m pip install poetry");

    /// <summary><c>pdm build</c>.</summary>
    public static PythonBackend Pdm { get; } = new("Pdm", "pdm", "build --dest {output}", "-m pip install pdm");

    /// <summary><c>maturin build</c>, for packages with Rust: a wheel for this machine and an sdist.</summary>
    public static PythonBackend Maturin { get; } = new("Maturin", "maturin", "build --release --sdist --out {output}", "-m pip install maturin");

    /// <summary><c>cibuildwheel</c>, for compiled extensions: wheels for several Python versions.</summary>
    public static PythonBackend Cibuildwheel { get; } = new("Cibuildwheel", "cibuildwheel", "--output-dir {output}", "-m pip install cibuildwheel");

    /// <summary>A command that runs in the project's folder. It must write the distributions, and nothing else, to the folder that replaces <c>{output}</c>.</summary>
    /// <param name="command">A program with its arguments, for example <c>make wheels OUT={output}</c>.</param>
    /// <exception cref="ArgumentException">The command is empty, or does not contain <c>{output}</c>.</exception>
    public static PythonBackend Command(string command)
    {
        var backend = Parsed(command);
        return backend.Problem is { } problem ? throw new ArgumentException(problem, nameof(command)) : backend;
    }

    /// <summary>The name, or the command.</summary>
    public override string ToString() => Name;

    internal const string PythonModule = "python";

    internal string Name { get; }

    /// <summary>The program; <see cref="PythonModule"/> for this machine's Python.</summary>
    internal string? Tool { get; }

    internal string Arguments { get; }

    /// <summary>The arguments with which Python installs it; empty for a command.</summary>
    internal string Install { get; }

    /// <summary>Why a command cannot be run; null if it can.</summary>
    internal string? Problem => Arguments.Contains("{output}", StringComparison.Ordinal) || this == Native ? null
        : $"The command '{Name}' for building distributions does not contain {{output}}, the placeholder for the output folder. "
            + $"Add it, or use one of: {Names}.";

    /// <summary>Those that have a name.</summary>
    internal static string Names => string.Join(", ", All.Select(backend => backend.Name));

    private static PythonBackend Parsed(string command)
    {
        var parts = command.Trim().Split(' ', 2);
        return new(command.Trim(), parts[0], parts.Length > 1 ? parts[1] : "", "");
    }

    private static IReadOnlyList<PythonBackend> All => [Native, Build, Uv, Hatch, Poetry, Pdm, Maturin, Cibuildwheel];

    /// <summary>For NUKE's parameters. It accepts any command, because NUKE only warns about a value that cannot be converted.</summary>
    private sealed class Converter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text
                ? All.FirstOrDefault(backend => backend.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) ?? Parsed(text)
                : base.ConvertFrom(context, culture, value);
    }
}
