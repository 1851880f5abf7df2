namespace TrustedPublishing.Packaging;

/// <summary>Collects complaints, so that a user sees all of them at once.</summary>
internal sealed class ComplaintList(string file)
{
    private readonly List<PackagingComplaint> complaints = [];

    public IReadOnlyList<PackagingComplaint> All => complaints;

    public void Add(PackagingComplaint complaint)
    {
        if (!complaints.Contains(complaint))
        {
            complaints.Add(complaint);
        }
    }

    public void ThrowIfAny()
    {
        if (complaints.Count > 0)
        {
            throw new PackagingException(file, [.. complaints.OrderBy(complaint => complaint.Line ?? int.MaxValue)]);
        }
    }
}
