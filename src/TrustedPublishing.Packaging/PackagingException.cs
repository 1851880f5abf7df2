namespace TrustedPublishing.Packaging;

/// <summary>A project cannot be packed. The message contains every finding; nothing was written.</summary>
public sealed class PackagingException : Exception
{
    internal PackagingException(string file, IReadOnlyList<PackagingFinding> complaints, Exception? innerException = null)
        : base(Packaging.Diagnostics.Summary(file, complaints), innerException) => Findings = complaints;

    /// <summary>All findings, sorted by line; those without a line come last.</summary>
    public IReadOnlyList<PackagingFinding> Findings { get; }
}
