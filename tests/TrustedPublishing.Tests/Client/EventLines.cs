namespace TrustedPublishing.Client;

/// <summary>Prints the type of every event so that another process can follow the release.</summary>
internal sealed class EventLines : IProgress<PublishProgress>
{
    public void Report(PublishProgress value) => Console.Out.WriteLine(value.GetType().Name);
}
