namespace VerifyTests;

/// <summary>What a successful verification compared.</summary>
public class VerifyResult
{
    readonly string verifiedFile;

    internal VerifyResult(string verifiedFile, object? target)
    {
        this.verifiedFile = verifiedFile;
        Target = target;
    }

    /// <summary>The value given to <c>Verify</c>; <see langword="null"/> if an extension was given.</summary>
    public object? Target { get; }

    /// <summary>The text of the verified file.</summary>
    public string Text => File.ReadAllText(verifiedFile);

    /// <summary>The path of the verified file.</summary>
    public IEnumerable<string> Files => [verifiedFile];
}
