using TrustedPublishing.Nuke;

partial class Build
{
    /// <summary>The sample greets, which shows that what pip installed runs.</summary>
    IReadOnlyList<string> IRehearsePublish.RehearsalCommand => ["-m", "greeter"];
}
