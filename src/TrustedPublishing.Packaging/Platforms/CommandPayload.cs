namespace TrustedPublishing.Packaging.Platforms;

/// <summary>A .NET program that users run as a command.</summary>
/// <param name="Command">What they type.</param>
/// <param name="Assembly">The name of its assembly, without an extension.</param>
/// <param name="Published">Runtime identifier → the folder into which it was published.</param>
internal sealed record CommandPayload(string Command, string Assembly, IReadOnlyDictionary<string, string> Published);
