namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The commands that compile the program that publishes, find out whether the .NET that it needs is there, and run it.</summary>
/// <param name="facts">What is known of the build.</param>
internal sealed class PublisherProgram(RepositoryFacts facts)
{
    private const string WithoutAspNetCore = $"{Seals.HandedOver}/publisher.targets";

    /// <summary>What the archive holds: the compiled build, and the files that it reads when it starts.</summary>
    public IEnumerable<string> Files => [facts.BuildDirectory, .. facts.Start.Files];

    private string Assembly => $"{facts.BuildDirectory}/{facts.BuildAssembly}";

    /// <summary>Restores exactly what the lock file says, where there is one.</summary>
    public string Restore => $"dotnet restore {Shell.Quote(facts.BuildProject!)}{(facts.HasLockFile ? " --locked-mode" : "")}";

    /// <summary>
    /// Compiles, and runs no target. Only the embedded index needs ASP.NET Core, and it is not started where something is published: without
    /// it among the frameworks, the publisher starts on the plain .NET runtime.
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
    /// Tells for each framework that the publisher needs and that is not there its name and version: the host takes a later version of the same
    /// major one. What to do about it is the command <paramref name="lacking"/>.
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

    /// <summary>The command line that publishes, and does nothing before.</summary>
    public string Publish(IEnumerable<string> arguments) => $"dotnet {Shell.Quote(Assembly)} {Shell.Words(["Publish", "--skip", .. arguments])}";
}
