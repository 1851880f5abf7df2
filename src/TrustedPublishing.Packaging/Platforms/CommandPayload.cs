namespace TrustedPublishing.Packaging.Platforms;

/// <summary>A .NET program that users run as a command.</summary>
/// <param name="Command">The name of the command.</param>
/// <param name="Assembly">The name of its assembly without an extension.</param>
/// <param name="Published">The publish folder for each runtime identifier.</param>
internal sealed record CommandPayload(string Command, string Assembly, IReadOnlyDictionary<string, string> Published);
