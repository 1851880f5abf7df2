using System.Text.Json.Serialization;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>The on-disk format of the state.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(IndexState))]
internal sealed partial class IndexStateJson : JsonSerializerContext;
