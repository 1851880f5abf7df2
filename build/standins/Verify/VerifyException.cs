namespace VerifyTests;

/// <summary>A text and its snapshot differ. Where it was thrown tells nothing, so no stack is shown.</summary>
sealed class VerifyException(string message) : Exception(message)
{
    public override string StackTrace => "";
}
