namespace Builds;

/// <summary>Prints the lines that the tests look for.</summary>
internal static class Say
{
    public static Action Ran(string target) => () => Console.WriteLine($"ran {target}");

    public static void Value(string name, object value) => Console.WriteLine($"{name} = {value switch
    {
        null => "<null>",
        string text => text,
        System.Collections.IEnumerable many => string.Join('|', many.Cast<object>()),
        _ => value,
    }}");
}
