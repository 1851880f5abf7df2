namespace TrustedPublishing.Packaging;

/// <summary>Collects findings, so that a user sees all of them at once.</summary>
internal sealed class FindingList(string file)
{
    private readonly List<PackagingFinding> complaints = [];

    public IReadOnlyList<PackagingFinding> All => complaints;

    public void Add(PackagingFinding complaint)
    {
        if (!complaints.Contains(complaint))
        {
            complaints.Add(complaint);
        }
    }

    public void AddIf(bool condition, Func<PackagingFinding> complaint)
    {
        if (condition)
        {
            Add(complaint());
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
