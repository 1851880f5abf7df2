namespace Nuke.Common.Tooling;

public interface IProcess : IDisposable
{
    string FileName { get; }
    string Arguments { get; }
    string WorkingDirectory { get; }
    IReadOnlyCollection<Output> Output { get; }
    int ExitCode { get; }
    bool HasExited { get; }
    int Id { get; }

    void Kill();
    bool WaitForExit();
}

public struct Output
{
    public OutputType Type;
    public string Text;
}

public enum OutputType
{
    Std,
    Err,
}
