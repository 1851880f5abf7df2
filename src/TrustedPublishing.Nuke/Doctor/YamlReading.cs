using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Reads YAML of any structure.</summary>
internal static class YamlReading
{
    public static YamlNode? Find(this YamlNode? node, string key) =>
        node is YamlMappingNode mapping ? mapping.Children.FirstOrDefault(child => child.Key.Scalar() == key).Value : null;

    public static string? Scalar(this YamlNode? node) => (node as YamlScalarNode)?.Value;

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode sequence ? sequence.Children : [];

    public static IEnumerable<(string Key, YamlNode Value)> Pairs(this YamlNode? node) =>
        node is YamlMappingNode mapping ? mapping.Children.Select(child => (child.Key.Scalar() ?? "", child.Value)) : [];

    /// <summary>Whether <c>on:</c>, which may be a string, a list or a mapping, contains a trigger.</summary>
    public static bool HasTrigger(this YamlNode? on, string trigger) =>
        on.Scalar() == trigger || on.Items().Any(item => item.Scalar() == trigger) || on.Pairs().Any(pair => pair.Key == trigger);
}
