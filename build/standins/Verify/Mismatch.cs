using System.Text;

namespace VerifyTests;

/// <summary>Describes which snapshot differs and how, so that most failures can be understood without opening a file.</summary>
static class Mismatch
{
    const int Context = 3;

    public static string Describe(string verifiedFile, string receivedFile, string verified, string received, bool equal, string[] dangling)
    {
        var message = new StringBuilder($"Directory: {Path.GetDirectoryName(verifiedFile)}\n");
        if (!equal)
        {
            message.Append(verified.Length == 0 ? "New:\n" : "NotEqual:\n");
            message.Append($"  - Received: {Path.GetFileName(receivedFile)}\n    Verified: {Path.GetFileName(verifiedFile)}\n");
        }

        if (dangling.Length > 0)
        {
            message.Append("Delete:\n");
            message.AppendJoin("", dangling.Select(file => $"  - {Path.GetFileName(file)}\n"));
        }

        if (!equal)
        {
            message.Append("\nFileContent (- verified, + received):\n\n").Append(Difference(verified.Split('\n'), received.Split('\n')));
        }

        return message.ToString();
    }

    static string Difference(string[] verified, string[] received)
    {
        var start = verified.Zip(received).TakeWhile(pair => pair.First == pair.Second).Count();
        var shortest = Math.Min(verified.Length, received.Length) - start;
        var end = verified.Reverse().Zip(received.Reverse()).Take(shortest).TakeWhile(pair => pair.First == pair.Second).Count();
        var text = new StringBuilder();
        Append(text, "  ", verified[Math.Max(0, start - Context)..start]);
        Append(text, "- ", verified is [""] ? [] : verified[start..^end]);
        Append(text, "+ ", received[start..^end]);
        Append(text, "  ", verified[^end..].Take(Context));
        return text.ToString();
    }

    static void Append(StringBuilder text, string mark, IEnumerable<string> lines) =>
        text.AppendJoin("", lines.Select(line => $"{mark}{line}\n"));
}
