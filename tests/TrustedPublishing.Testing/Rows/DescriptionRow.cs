namespace TrustedPublishing.Testing.Rows;

/// <summary>A description and whether PyPI renders it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="ContentType">Its declared type; null for none.</param>
/// <param name="Text">The description.</param>
/// <param name="Renders">Whether PyPI accepts it.</param>
/// <param name="Says">Part of the remedy: the line, and docutils' message.</param>
public sealed record DescriptionRow(string Name, string? ContentType, string Text, bool Renders, string Says = "")
{
    /// <summary>Part of the remedy for a description that renders to nothing.</summary>
    public const string ShowsNothing = "renders to nothing";

    private const string Rst = "text/x-rst";

    /// <summary>reStructuredText that renders.</summary>
    public DescriptionRow(string name, string text)
        : this(name, Rst, text, true)
    {
    }

    /// <summary>reStructuredText that does not render: the line and the first words of the first message, at which PyPI stops.</summary>
    public DescriptionRow(string name, string text, int? line, string says)
        : this(name, Rst, text, false, says == ShowsNothing ? says : $"Correct the reStructuredText. {(line is null ? "" : $"line {line}: ")}{says}")
    {
    }

    /// <summary>Whether PyPI's renderer raises an exception, and PyPI responds with status 500.</summary>
    public bool ServerFails { get; init; }

    /// <summary>The text of PyPI's response (status 400), or ours if it has none; null if it accepts the description.</summary>
    public string? Refusal => Renders ? null
        : ServerFails ? "PyPI's server fails on the description with status 500 (Internal Server Error): docutils cannot process it."
        : $"The description failed to render {(ContentType is null ? "in the default format of reStructuredText" : $"for '{ContentType}'")}. See https://pypi.org/help/#description-content-type for more information.";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
