namespace TrustedPublishing.Packaging;

/// <summary>A project cannot be packed. The message holds every complaint; nothing was written.</summary>
public sealed class PackagingException : Exception
{
    internal PackagingException(string file, IReadOnlyList<PackagingFinding> complaints, Exception? innerException = null)
        : base(Packaging.Diagnostics.Summary(file, complaints), innerException) => Findings = complaints;

    /// <summary>All complaints, in the order of their lines, those without a line last.</summary>
    public IReadOnlyList<PackagingFinding> Findings { get; }
}
