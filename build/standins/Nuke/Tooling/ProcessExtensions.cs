using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

public static class ProcessExtensions
{
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(process != null);
        Assert.True(process.WaitForExit());
        return process;
    }

    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        foreach (var line in output)
            Assert.True(line.Type == OutputType.Std);
        return output;
    }

    public static string StdToText(this IEnumerable<Output> output)
        => output.Where(x => x.Type == OutputType.Std).Select(x => x.Text).JoinNewLine();

    public static T StdToJson<T>(this IEnumerable<Output> output) => JsonConvert.DeserializeObject<T>(output.StdToText());

    public static JObject StdToJson(this IEnumerable<Output> output) => output.StdToJson<JObject>();
}
