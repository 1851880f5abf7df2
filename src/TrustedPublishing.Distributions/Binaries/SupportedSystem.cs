namespace TrustedPublishing.Distributions.Binaries;

/// <summary>A kind of system that can run a binary.</summary>
/// <param name="Tag">The lowest tag.</param>
/// <param name="Reason">Why no lower tag is possible, as the end of a sentence about the file.</param>
internal sealed record SupportedSystem(PlatformTag Tag, string Reason);
