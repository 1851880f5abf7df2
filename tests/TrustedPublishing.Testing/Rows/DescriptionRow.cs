namespace TrustedPublishing.Testing.Rows;

/// <summary>A description and whether PyPI renders it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="ContentType">Its declared type; null for none.</param>
/// <param name="Text">The description.</param>
/// <param name="Renders">Whether PyPI accepts it.</param>
/// <param name="Says">What the remedy contains: where, and what docutils says.</param>
public sealed record DescriptionRow(string Name, string? ContentType, string Text, bool Renders, string Says = "")
{
    /// <summary>What the remedy says of a description that renders to nothing.</summary>
    public const string ShowsNothing = "renders to nothing";

    private const string Rst = "text/x-rst";

    /// <summary>reStructuredText that renders.</summary>
    public DescriptionRow(string name, string text)
        : this(name, Rst, text, true)
    {
    }

    /// <summary>reStructuredText that does not render: the line and the first words of the first complaint, which is the one at which PyPI stops.</summary>
    public DescriptionRow(string name, string text, int? line, string says)
        : this(name, Rst, text, false, says == ShowsNothing ? says : $"Correct the reStructuredText. {(line is null ? "" : $"line {line}: ")}{says}")
    {
    }

    /// <summary>Whether PyPI's renderer breaks off, and PyPI answers with status 500.</summary>
    public bool ServerFails { get; init; }

    /// <summary>The text of PyPI's answer (status 400), or ours where it has none; null when it accepts the description.</summary>
    public string? Refusal => Renders ? null
        : ServerFails ? "PyPI's server fails on the description with status 500 (Internal Server Error): docutils cannot process it."
        : $"The description failed to render {(ContentType is null ? "in the default format of reStructuredText" : $"for '{ContentType}'")}. See https://pypi.org/help/#description-content-type for more information.";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
