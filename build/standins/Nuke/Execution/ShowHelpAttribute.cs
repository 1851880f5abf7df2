using System.Reflection;
using System.Text;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>For <c>--help</c>, or a build without targets to run: shows targets and parameters, then exits with code 0.</summary>
internal sealed class ShowHelpAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    private const int MaximumWidth = 90;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!Build.Help && executionPlan.Count > 0)
            return;

        Host.Debug(TargetsText());
        Host.Debug(ParametersText());
        Environment.Exit(0);
    }

    private string TargetsText()
    {
        var width = Math.Max(20, Build.ExecutableTargets.Max(x => x.Name.Length));
        var text = new StringBuilder().AppendLine("Targets (with their direct dependencies):").AppendLine();
        foreach (var target in Build.ExecutableTargets.Where(x => x.Listed))
        {
            var name = target.Name + (target.IsDefault ? " (default)" : "");
            var dependencies = target.ExecutionDependencies.Select(x => x.Name).JoinCommaSpace();
            text.AppendLine($"  {name.PadRight(width)}{(dependencies == "" ? "" : $" -> {dependencies}")}");
            if (!target.Description.IsNullOrWhiteSpace())
                text.AppendLine($"    {target.Description}");
        }

        return text.ToString();
    }

    private string ParametersText()
    {
        var parameters = Injection.ParameterMembers(Build.GetType(), includeUnlisted: false);
        var width = Math.Max(16, parameters.Max(x => Parameters.DashedNameOf(x).Length));
        var (inherited, own) = (parameters.Where(x => x.DeclaringType == typeof(NukeBuild)), parameters.Where(x => x.DeclaringType != typeof(NukeBuild)));

        var text = new StringBuilder().AppendLine("Parameters:");
        if (own.Any())
            text.AppendLine();
        foreach (var parameter in own)
            Append(parameter);
        text.AppendLine();
        foreach (var parameter in inherited)
            Append(parameter);
        return text.ToString();

        void Append(MemberInfo parameter)
        {
            var lines = Wrap(Description(parameter), width + 6);
            text.AppendLine($"  --{Parameters.DashedNameOf(parameter).PadRight(width)}  {lines[0]}");
            foreach (var line in lines.Skip(1))
                text.AppendLine($"{' '.Repeat(width + 6)}{line}");
        }
    }

    private string Description(MemberInfo parameter)
    {
        if (Parameters.DescriptionOf(parameter) is not { } text)
            return "<no description>";
        var defaults = Build.ExecutableTargets.Where(x => x.IsDefault).Select(x => x.Name).DefaultIfEmpty("<none>").JoinCommaSpace();
        return $"{text.Replace("{default_target}", defaults).TrimEnd(".")}.";
    }

    private static List<string> Wrap(string text, int indentation)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            var length = indentation + lines[^1].Length + word.Length;
            if (length >= Console.BufferWidth || length > MaximumWidth)
                lines.Add("");
            lines[^1] += $" {word}";
        }

        return lines;
    }
}
