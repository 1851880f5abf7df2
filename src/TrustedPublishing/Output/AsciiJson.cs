using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TrustedPublishing.Output;

/// <summary>How JSON is encoded that leaves the process: everything but ASCII is escaped, and so are number signs, for somebody may print the file in a job.</summary>
internal static class AsciiJson
{
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(WithoutNumberSign());

    private static TextEncoderSettings WithoutNumberSign()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        settings.ForbidCharacters('#');
        return settings;
    }
}
