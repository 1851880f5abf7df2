using System.Net;

namespace TrustedPublishing.Upload;

/// <summary>Makes of an index's answer what it lists, or the failure.</summary>
internal static class SimpleAnswerReader
{
    public static IndexProject? Read(SimpleAnswer answer, PackageIndex index, string project) => answer.Answer.Status switch
    {
        HttpStatusCode.NotFound => null,
        HttpStatusCode.OK when answer.Body is { } body => Page(answer, body, index, project),
        HttpStatusCode.OK => throw Failures.SimplePageStrange(index, answer.Url, $"it is larger than {SimpleRequest.LargestPage >> 20} MiB", null),
        var status => throw Failures.IndexUnreadable(index, answer.Url, status, answer.Answer),
    };

    private static IndexProject Page(SimpleAnswer answer, ReadOnlyMemory<byte> body, PackageIndex index, string project)
    {
        try
        {
            return SimplePage.Read(answer.ContentType, body, answer.Url, project);
        }
        catch (FormatException exception)
        {
            throw Failures.SimplePageStrange(index, answer.Url, exception.Message, exception);
        }
    }
}
