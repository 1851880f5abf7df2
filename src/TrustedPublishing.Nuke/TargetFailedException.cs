using System.Diagnostics.CodeAnalysis;

namespace TrustedPublishing.Nuke;

/// <summary>
/// Ends a target whose failure has been explained. NUKE prints the exception as text, so the text is the message alone: a stack trace
/// of ours tells a user nothing.
/// </summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "NUKE catches it; nobody else can.")]
internal sealed class TargetFailedException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    public override string ToString() => Message;
}
