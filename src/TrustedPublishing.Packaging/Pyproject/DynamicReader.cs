namespace TrustedPublishing.Packaging.Pyproject;

/// <summary><c>project.dynamic</c>: fields that only the project's own build backend can compute. Only the version can be supplied here.</summary>
internal static class DynamicReader
{
    public static void Check(TableReading reading, FindingList complaints)
    {
        foreach (var item in reading.Texts("dynamic"))
        {
            if (item.Text == "name")
            {
                complaints.Add(Diagnostics.DynamicName(item));
            }
            else if (item.Text != "version")
            {
                complaints.Add(reading.Node(item.Text!) is null ? Diagnostics.DynamicKey(item) : Diagnostics.StaticAndDynamic(item, item.Text!));
            }
        }
    }
}
