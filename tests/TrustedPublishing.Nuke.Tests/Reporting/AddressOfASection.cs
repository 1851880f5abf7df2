namespace TrustedPublishing.Nuke.Tests.Reporting;

/// <summary>The last line of a failure.</summary>
internal static class AddressOfASection
{
    public static void Expect(ManualSection section, string output) => Assert.Contains(
        $"{section} in the manual: https://github.com/trusted-publishing/trusted-publishing-nuke/blob/main/src/TrustedPublishing.Nuke/docs/troubleshooting.md#{section.ToString().ToLowerInvariant()}",
        output,
        StringComparison.Ordinal);

    /// <summary>That of whatever failed.</summary>
    public static void ExpectAny(string output) => Assert.Matches(@"[A-Za-z]+ in the manual: https://\S+/docs/troubleshooting\.md#[a-z]+", output);
}
