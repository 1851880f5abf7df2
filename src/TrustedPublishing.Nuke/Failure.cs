using System.Diagnostics.CodeAnalysis;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke;

/// <summary>
/// Ends a target whose failure has been explained. NUKE's table shows this class's name and the first line of the message, so both must read well
/// there: the first line contains the problem, or the first of several. NUKE's log shows the exception as text, so its text is the message alone: a
/// stack trace would not help the user.
/// </summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "NUKE catches it; nobody else can.")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Users read the name.")]
internal sealed class Failure(string message, Exception? innerException = null) : Exception(BuildLog.ShownLines(message), innerException)
{
    /// <summary>The same failure with the address of its section in the manual as its last line. One of a release has its own, and one that has an address keeps it.</summary>
    public Failure In(ManualSection section) => HelpLink is not null || InnerException is PublishException ? this
        : new($"{Message}\n{section} in the manual: {PublishException.SectionOf(section.ToString())}", InnerException) { HelpLink = PublishException.SectionOf(section.ToString()) };

    /// <summary>One failure for all problems, the first of which is in the first line.</summary>
    /// <param name="heading">What could not be done, ending with a colon.</param>
    /// <param name="complaints">At least one problem, each a sentence.</param>
    public static Failure Create(string heading, IReadOnlyList<string> complaints) => new(complaints is [var only]
        ? $"{heading} {only}"
        : $"{heading} {complaints[0]} And {complaints.Count - 1} more:\n{string.Join('\n', complaints.Skip(1).Select(complaint => $"- {complaint}"))}");

    public override string ToString() => Message;
}
