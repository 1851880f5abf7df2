using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Asks on the terminal for a required parameter that can be assigned.</summary>
internal static class Prompt
{
    public static void ForMissing(MemberInfo member, NukeBuild build)
    {
        while (member.Read(build) == null)
        {
            Assert.True(
                !Console.IsInputRedirected, $"'{Parameters.NameOf(member)}' cannot be asked for, because there is no terminal to read from.");
            Host.Information($"{Parameters.DescriptionOf(member) ?? Parameters.NameOf(member)}:");
            var values = ValueSets.Of(member, build);
            foreach (var (text, _) in values ?? [])
                Host.Debug($"  {text}");
            var answer = Console.ReadLine();
            Assert.True(answer != null, $"'{Parameters.NameOf(member)}' was not answered.");
            if (answer.Length > 0)
                member.Assign(build, Conversion.Convert(answer, member.ValueType()));
        }
    }
}
