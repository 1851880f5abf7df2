namespace VerifyTests;

/// <summary>A text and its snapshot differ. The stack trace would not help, so none is shown.</summary>
sealed class VerifyException(string message) : Exception(message)
{
    public override string StackTrace => "";
}
