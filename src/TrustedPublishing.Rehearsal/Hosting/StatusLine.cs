using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>
/// Writes reason phrases in ISO-8859-1, as PyPI's server does; Kestrel supports only ASCII and writes question marks instead. This class wraps a
/// connection's output and overwrites the phrase while Kestrel writes the status line, which has the same length in both encodings.
/// </summary>
internal sealed class StatusLine(PipeWriter output) : PipeWriter
{
    /// <summary>The length of the text before the phrase: <c>HTTP/1.1 400 </c>.</summary>
    private const int Start = 13;

    private byte[] reason = [];
    private int passed;
    private Memory<byte> current;

    /// <summary>Wraps the output of a connection.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "A pipe writer is completed by the server, and has nothing to dispose of.")]
    public static ConnectionDelegate Wrap(ConnectionDelegate next) => connection =>
    {
        var writer = new StatusLine(connection.Transport.Output);
        connection.Features.Set(writer);
        connection.Transport = new Pipe(connection.Transport.Input, writer);
        return next(connection);
    };

    /// <summary>Sets the phrase of the next response.</summary>
    public void Announce(string phrase) => (reason, passed) = (Encoding.Latin1.GetBytes(phrase), 0);

    public override void Advance(int bytes)
    {
        Overwrite(current.Span[..bytes]);
        current = current[bytes..];
        output.Advance(bytes);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => current = output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => output.FlushAsync(cancellationToken);

    private void Overwrite(Span<byte> written)
    {
        if (passed < Start + reason.Length)
        {
            var from = Math.Max(Start - passed, 0);
            var phrase = reason.AsSpan(Math.Max(passed - Start, 0));
            var count = Math.Min(phrase.Length, Math.Max(written.Length - from, 0));
            phrase[..count].CopyTo(written[Math.Min(from, written.Length)..]);
            passed += written.Length;
        }
    }

    private sealed record Pipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
