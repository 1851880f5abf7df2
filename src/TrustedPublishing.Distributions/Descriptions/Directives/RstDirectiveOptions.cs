using static TrustedPublishing.Distributions.Descriptions.Directives.RstValues;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Options that several directives have, each with what is wrong with a value.</summary>
internal static class RstDirectiveOptions
{
    public static readonly Dictionary<string, Func<string?, string?>> None = [];

    public static readonly Dictionary<string, Func<string?, string?>> Plain = new() { ["class"] = Classes, ["name"] = Any };

    public static readonly Dictionary<string, Func<string?, string?>> Picture = new(Plain)
    {
        ["alt"] = Any, ["height"] = Height, ["width"] = Width, ["scale"] = Percentage, ["target"] = Required,
        ["align"] = OneOf("top", "middle", "bottom", "left", "center", "right"), ["loading"] = OneOf("embed", "link", "lazy"),
    };

    public static readonly Dictionary<string, Func<string?, string?>> Grid = new(Plain)
    {
        ["align"] = OneOf("left", "center", "right"), ["width"] = Width, ["widths"] = Widths("auto", "grid"),
    };

    public static readonly Dictionary<string, Func<string?, string?>> List = new(Grid)
    {
        ["widths"] = Widths("auto"), ["header-rows"] = NotNegative, ["stub-columns"] = NotNegative,
    };

    /// <summary>Options together with more; an option that is given again replaces the other.</summary>
    public static Dictionary<string, Func<string?, string?>> With(Dictionary<string, Func<string?, string?>> options, params (string Name, Func<string?, string?> Complaint)[] more)
    {
        var all = new Dictionary<string, Func<string?, string?>>(options);
        foreach (var (name, complaint) in more)
        {
            all[name] = complaint;
        }

        return all;
    }
}
