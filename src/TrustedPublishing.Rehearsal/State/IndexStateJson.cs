using System.Text.Json.Serialization;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>How the state is written to disk.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(IndexState))]
internal sealed partial class IndexStateJson : JsonSerializerContext;
