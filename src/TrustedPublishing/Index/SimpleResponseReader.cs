using System.Net;
using TrustedPublishing.Failures;

namespace TrustedPublishing.Index;

/// <summary>Makes of an index's answer what it lists, or the failure.</summary>
internal static class SimpleResponseReader
{
    public static IndexProject? Read(SimpleResponse answer, PackageIndex index, string project) => answer.Answer.Status switch
    {
        HttpStatusCode.NotFound => null,
        HttpStatusCode.OK when answer.Body is { } body => Page(answer, body, index, project),
        HttpStatusCode.OK => throw ReleaseFailures.SimplePageStrange(index, answer.Url, $"it is larger than {SimpleRequest.LargestPage >> 20} MiB", null),
        var status => throw ReleaseFailures.IndexUnreadable(index, answer.Url, status, answer.Answer),
    };

    private static IndexProject Page(SimpleResponse answer, ReadOnlyMemory<byte> body, PackageIndex index, string project)
    {
        try
        {
            return SimplePage.Read(answer.ContentType, body, answer.Url, project);
        }
        catch (FormatException exception)
        {
            throw ReleaseFailures.SimplePageStrange(index, answer.Url, exception.Message, exception);
        }
    }
}
