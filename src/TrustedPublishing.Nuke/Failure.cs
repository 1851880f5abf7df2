using System.Diagnostics.CodeAnalysis;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke;

/// <summary>
/// Ends a target whose failure has been explained. NUKE's table shows this class's name and the first line of the message, so both must read
/// well there: the first line has the complaint, or the first of several. NUKE's log shows the exception as text, so the text is the message
/// alone: a stack trace of ours tells a user nothing.
/// </summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "NUKE catches it; nobody else can.")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Users read the name.")]
internal sealed class Failure(string message, Exception? innerException = null) : Exception(BuildLog.ShownLines(message), innerException)
{
    /// <summary>One failure for all complaints, the first of which stands in the first line.</summary>
    /// <param name="heading">What could not be done. Ends with a colon.</param>
    /// <param name="complaints">At least one, each a sentence.</param>
    public static Failure Create(string heading, IReadOnlyList<string> complaints) => new(complaints is [var only]
        ? $"{heading} {only}"
        : $"{heading} {complaints[0]} And {complaints.Count - 1} more:\n{string.Join('\n', complaints.Skip(1).Select(complaint => $"- {complaint}"))}");

    public override string ToString() => Message;
}
