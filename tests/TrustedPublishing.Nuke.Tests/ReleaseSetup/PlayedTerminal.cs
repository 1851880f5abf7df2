using System.Text.Json;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.ReleaseSetup;

/// <summary>Simulates a person at a terminal: runs a program on a pseudo-terminal created by Python and answers its questions.</summary>
internal static class PlayedTerminal
{
    private const string Script =
        """
        import json, os, pty, sys
        command, answers = json.loads(sys.argv[1]), json.loads(sys.argv[2])
        process, terminal = pty.fork()
        if process == 0:
            os.execvp(command[0], command)
        seen = b''
        while True:
            try:
                part = os.read(terminal, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
            sys.stdout.buffer.write(part)
            if answers and answers[0][0].encode() in seen:
                os.write(terminal, (answers.pop(0)[1] + '\n').encode())
                seen = b''
        sys.stdout.flush()
        unasked = ''.join(f'\nNEVER ASKED: {question}' for question, _ in answers)
        sys.stdout.write(unasked)
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
        """;

    /// <summary>Runs a program with a terminal; the test is skipped if there is no <c>python3</c> or no terminal.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Its variables, in addition to those of this process.</param>
    /// <param name="answers">What to type after a text has been printed, in order.</param>
    public static Task<ChildProcessResult> RunAsync(string[] command, string folder, IReadOnlyDictionary<string, string?> environment, params (string Question, string Answer)[] answers)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pseudo-terminals that Python can open.");
        return ChildProcess.RunAsync(
            Peers.Find("python3"), ["-c", Script, JsonSerializer.Serialize(command), JsonSerializer.Serialize(answers.Select(answer => new[] { answer.Question, answer.Answer }))],
            folder, environment, cancellationToken: TestContext.Current.CancellationToken);
    }
}
