namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>One section of entry_points.txt.</summary>
internal sealed record EntryPointGroup(string Name, IReadOnlyList<KeyValuePair<string, string>> EntryPoints);
