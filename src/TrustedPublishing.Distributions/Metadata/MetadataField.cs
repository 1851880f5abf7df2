namespace TrustedPublishing.Distributions.Metadata;

/// <summary>One field of the core metadata.</summary>
/// <param name="Form">Its name in an upload form, for example <c>classifiers</c>.</param>
/// <param name="Header">Its lower-case name in METADATA, which messages use, for example <c>classifier</c>.</param>
/// <param name="Since">The metadata version that introduced it.</param>
/// <param name="Repeats">Whether it may occur several times.</param>
internal sealed record MetadataField(string Form, string Header, string Since, bool Repeats);
