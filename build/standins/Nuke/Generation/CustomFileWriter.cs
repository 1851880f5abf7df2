namespace Nuke.Common.Utilities;

/// <summary>Writes indented lines and comments; nothing is escaped.</summary>
public class CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
{
    private int _level;

    public void WriteLine(string text = null) => streamWriter.WriteLine(text == null ? "" : ' '.Repeat(_level * indentationFactor) + text);

    public void WriteComment(string text = null) => WriteLine($"{commentPrefix} {text}".TrimEnd());

    public void Write(Action<CustomFileWriter> writer) => writer(this);

    public IDisposable Indent() => DelegateDisposable.CreateBracket(() => _level++, () => _level--);
}
