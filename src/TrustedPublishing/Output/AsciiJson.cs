using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TrustedPublishing.Output;

/// <summary>
/// The encoding of JSON that leaves the process: escapes everything but ASCII, and number signs, in case somebody prints the file in a job.
/// </summary>
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
