using System.Runtime.CompilerServices;

namespace VerifyTests;

public sealed partial class VerifySettings
{
    /// <summary>The folder of the snapshot, relative to the folder of the test's source file.</summary>
    public void UseDirectory(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        Directory = directory;
    }

    /// <summary>Replaces the class in the file name. Cannot be combined with <see cref="UseFileName"/>.</summary>
    public void UseTypeName(string name)
    {
        RefuseBadFileName(name);
        RefuseFileName();
        TypeName = name;
    }

    /// <summary>Replaces the method in the file name. Cannot be combined with <see cref="UseFileName"/>.</summary>
    public void UseMethodName(string name)
    {
        RefuseBadFileName(name);
        RefuseFileName();
        MethodName = name;
    }

    /// <summary>Replaces class, method and parameters in the file name.</summary>
    public void UseFileName(string fileName)
    {
        RefuseBadFileName(fileName);
        if (TypeName is not null || MethodName is not null)
        {
            throw new InvalidOperationException("UseFileName is not compatible with UseTypeName and UseMethodName.");
        }

        FileName = fileName;
    }

    /// <summary>The arguments of a theory, in the order of its parameters. Not needed for arguments that xunit knows.</summary>
    public void UseParameters(params object?[] parameters)
    {
        if (parameters.Length == 0)
        {
            throw new ArgumentException("UseParameters needs at least one value.", nameof(parameters));
        }

        RefuseFileName();
        if (ParametersText is not null)
        {
            throw new InvalidOperationException("UseParameters is not compatible with UseTextForParameters.");
        }

        Parameters = parameters;
    }

    /// <inheritdoc cref="UseParameters(object?[])"/>
    public void UseParameters<T>(T parameter) => UseParameters([parameter]);

    /// <inheritdoc cref="UseParameters(object?[])"/>
    public void UseParameters<T>(T[] parameters) => UseParameters([(object)parameters]);

    /// <summary>
    /// The text between method and extension, instead of names and values. Cannot be combined with <see cref="UseParameters(object?[])"/>.
    /// </summary>
    public void UseTextForParameters(string parametersText)
    {
        ArgumentException.ThrowIfNullOrEmpty(parametersText);
        if (Parameters is not null)
        {
            throw new InvalidOperationException("UseTextForParameters is not compatible with UseParameters.");
        }

        ParametersText = parametersText;
    }

    static void RefuseBadFileName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
        {
            throw new ArgumentException($"Invalid character for file name. Value: {name}", nameof(name));
        }
    }

    void RefuseFileName([CallerMemberName] string caller = "")
    {
        if (FileName is not null)
        {
            throw new InvalidOperationException($"{caller} is not compatible with UseFileName.");
        }
    }
}
