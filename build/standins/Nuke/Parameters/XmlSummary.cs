using System.Xml.Linq;

namespace Nuke.Common.ValueInjection;

/// <summary>The summary of a type from the XML documentation file of its assembly, which NUKE's schema uses as the description.</summary>
internal static class XmlSummary
{
    public static string Of(Type type)
    {
        var file = Path.ChangeExtension(type.Assembly.Location, ".xml");
        return !File.Exists(file)
            ? ""
            : XDocument.Load(file).Descendants("member").FirstOrDefault(member => (string)member.Attribute("name") == $"T:{type.FullName}")?.Element("summary")?.Value.Trim() ?? "";
    }
}
