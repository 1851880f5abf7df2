namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// Sorts findings into the order in which the server would report them: stage by stage; within a stage, metadata version, name, version, and then
/// alphabetically. A field that failed in one stage is not reported again in a later one.
/// </summary>
internal static class FormStages
{
    private static readonly string[] First = ["metadata-version", "name", "version"];

    public static IEnumerable<RuleFinding> Check(UploadForm form, DateTimeOffset? now)
    {
        var input = new MetadataInput(form);
        if ((input.Last("protocol_version") ?? "1") != "1")
        {
            yield return new("protocol_version", "", "Unknown protocol version.", "Send protocol_version 1.");
        }

        HashSet<string> failed = [];
        Func<IEnumerable<RuleFinding>>[] stages =
        [
            () => FormRules.Check(input),
            () => ShapeRules.Check(input),
            () => SpecificationRules.Check(input, now),
            () => PyPIRules.Check(input, now).Select(complaint => complaint with { IsPolicy = true }),
        ];
        foreach (var stage in stages)
        {
            RuleFinding[] found = [.. stage().Where(complaint => !failed.Contains(complaint.Field)).OrderBy(Rank).ThenBy(complaint => complaint.Key, StringComparer.Ordinal)];
            failed.UnionWith(found.Select(complaint => complaint.Field));
            foreach (var complaint in found)
            {
                yield return complaint;
            }
        }
    }

    private static int Rank(RuleFinding complaint) => complaint.ServerFails ? -1 : Array.IndexOf(First, complaint.Key) is >= 0 and var rank ? rank : First.Length;
}
