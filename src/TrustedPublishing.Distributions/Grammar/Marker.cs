namespace TrustedPublishing.Distributions.Grammar;

/// <summary>A part of an environment marker.</summary>
internal abstract record Marker
{
    /// <summary>A variable or a quoted value.</summary>
    internal sealed record Operand(string Text, bool IsVariable)
    {
        public override string ToString() => IsVariable ? Text : $"\"{Text}\"";
    }

    /// <summary>For example <c>python_version &lt; "3.9"</c>.</summary>
    internal sealed record Comparison(Operand Left, string Operator, Operand Right) : Marker
    {
        /// <summary>The comparison with a normalised extra name (PEP 685).</summary>
        public Comparison WithNormalExtra() =>
            Left is { IsVariable: true, Text: "extra" } ? this with { Right = new(ProjectName.Normalize(Right.Text), false) }
            : Right is { IsVariable: true, Text: "extra" } ? this with { Left = new(ProjectName.Normalize(Left.Text), false) }
            : this;

        public override string ToString() => $"{Left} {Operator} {Right}";
    }

    /// <summary><c>and</c> or <c>or</c>.</summary>
    internal sealed record Connective(string Word) : Marker
    {
        public override string ToString() => Word;
    }

    /// <summary>A sequence of parts; in parentheses if it is nested.</summary>
    internal sealed record Group(IReadOnlyList<Marker> Parts) : Marker
    {
        public Group WithNormalExtras() => new([.. Parts.Select(part => part is Comparison comparison ? comparison.WithNormalExtra() : part)]);

        public override string ToString() =>
            Parts is [not Connective and var only] ? only.ToString() : string.Join(' ', Parts.Select(part => part is Group group ? group.Inner() : part.ToString()));

        private string Inner() => Parts is [not Connective and var only]
            ? only.ToString()
            : $"({this})";
    }
}
