using System.Reflection;
using System.Text;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>
/// <c>--help</c>, or a build without targets to run: lists targets and parameters and exits with code 0. <c>--plan</c>: lists the targets that would
/// run, in their order, where NUKE opens a page with a graph.
/// </summary>
internal static class Help
{
    public static void ShowIfRequested(NukeBuild build)
    {
        if (build.Plan)
        {
            foreach (var target in build.ExecutionPlan)
                Host.Information(target.Name);
        }
        else if (build.Help || build.ExecutionPlan.Count == 0)
        {
            Host.Debug(TargetsText(build));
            Host.Debug(ParametersText(build));
        }
        else
            return;

        Environment.Exit(0);
    }

    private static string TargetsText(NukeBuild build)
    {
        var width = Math.Max(20, build.ExecutableTargets.Max(x => x.Name.Length));
        var text = new StringBuilder().AppendLine("Targets (with their direct dependencies):").AppendLine();
        foreach (var target in build.ExecutableTargets)
        {
            var name = target.Name + (target.IsDefault ? " (default)" : "");
            var dependencies = string.Join(", ", target.ExecutionDependencies.Select(x => x.Name));
            text.AppendLine($"  {name.PadRight(width)}{(dependencies == "" ? "" : $" -> {dependencies}")}");
            if (!string.IsNullOrWhiteSpace(target.Definition.Text))
                text.AppendLine($"    {target.Definition.Text}");
        }

        return text.ToString();
    }

    private static string ParametersText(NukeBuild build)
    {
        var parameters = Injection.ParameterMembers(build.GetType());
        var width = Math.Max(16, parameters.Max(x => Parameters.DashedNameOf(x).Length));
        var text = new StringBuilder().AppendLine("Parameters:");
        foreach (var group in parameters.GroupBy(x => x.DeclaringType == typeof(NukeBuild)).OrderBy(x => x.Key))
        {
            text.AppendLine();
            foreach (var parameter in group)
                text.AppendLine($"  --{Parameters.DashedNameOf(parameter).PadRight(width)}   {Description(build, parameter)}");
        }

        return text.ToString();
    }

    private static string Description(NukeBuild build, MemberInfo parameter)
    {
        if (Parameters.DescriptionOf(parameter) is not { } text)
            return "<no description>";
        var defaults = string.Join(", ", build.ExecutableTargets.Where(x => x.IsDefault).Select(x => x.Name).DefaultIfEmpty("<none>"));
        return $"{text.Replace("{default_target}", defaults).TrimEnd('.')}.";
    }
}
