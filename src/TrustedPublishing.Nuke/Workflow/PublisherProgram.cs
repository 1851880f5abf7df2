namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The commands that compile the publisher program, check for the .NET runtime that it needs, and run it.</summary>
/// <param name="facts">The facts about the build.</param>
internal sealed class PublisherProgram(RepositoryFacts facts)
{
    private const string WithoutAspNetCore = $"{Seals.HandedOver}/publisher.targets";

    /// <summary>The content of the archive: the compiled build, and the files that it reads at startup.</summary>
    public IEnumerable<string> Files => [facts.BuildDirectory, .. facts.Start.Files];

    private string Assembly => $"{facts.BuildDirectory}/{facts.BuildAssembly}";

    /// <summary>Restores exactly the packages in the lock file, if there is one.</summary>
    public string Restore => $"dotnet restore {Shell.Quote(facts.BuildProject!)}{(facts.HasLockFile ? " --locked-mode" : "")}";

    /// <summary>
    /// Compiles without running a target. Only the embedded index needs ASP.NET Core, and it is not started during publishing; without that framework
    /// reference, the publisher starts on the plain .NET runtime.
    /// </summary>
    public string Compile =>
        $"""
        mkdir -p {Seals.HandedOver}
        cat > {WithoutAspNetCore} << 'END'
        <Project>
          <Target Name="WithoutAspNetCore" BeforeTargets="GenerateBuildRuntimeConfigurationFiles">
            <ItemGroup>
              <RuntimeFramework Remove="Microsoft.AspNetCore.App" />
            </ItemGroup>
          </Target>
        </Project>
        END
        dotnet build {Shell.Quote(facts.BuildProject!)} --no-restore --configuration {facts.Configuration} "-p:CustomAfterMicrosoftCommonTargets=$PWD/{WithoutAspNetCore}"
        """;

    /// <summary>
    /// Runs the command <paramref name="lacking"/> for each framework that the publisher needs and that is missing, with its name and version. The
    /// host accepts any later version with the same major number.
    /// </summary>
    public string LookForDotNet(string lacking) =>
        $$"""
        has() {
          local there
          for there in $(dotnet --list-runtimes 2> /dev/null | sed -n "s/^$1 \([^ ]*\) .*/\1/p"); do
            # Preliminary versions stand for nothing but themselves.
            [ "$there" != "$2" ] || return 0
            [[ $there != *-* && ${there%%.*} = "${2%%.*}" && $(printf '%s\n' "$2" "$there" | sort -V | head -n 1) = "$2" ]] && return 0
          done
          return 1
        }
        # What the compiled publisher itself says that it needs.
        for framework in $(tr -d ' \r\n\t"' < {{Shell.Quote($"{Path.ChangeExtension(Assembly, null)}.runtimeconfig.json")}} | grep -o 'name:[A-Za-z.]*,version:[0-9A-Za-z.-]*'); do
          name=${framework#name:} name=${name%%,*} version=${framework##*:}
          has "$name" "$version" || {{lacking}}
        done
        """;

    /// <summary>The command line that only publishes.</summary>
    public string Publish(IEnumerable<string> arguments) => $"dotnet {Shell.Quote(Assembly)} {Shell.Words(["Publish", "--skip", .. arguments])}";
}
