namespace TrustedPublishing.Packaging;

/// <summary>A project cannot be packed. The message holds every complaint; nothing was written.</summary>
public sealed class PackagingException : Exception
{
    internal PackagingException(string file, IReadOnlyList<PackagingComplaint> complaints, Exception? innerException = null)
        : base(Packaging.Complaints.Summary(file, complaints), innerException) => Complaints = complaints;

    /// <summary>All complaints, in the order of their lines, those without a line last.</summary>
    public IReadOnlyList<PackagingComplaint> Complaints { get; }
}
