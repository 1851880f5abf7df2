using System.ComponentModel;
using System.Diagnostics;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    const int DownloadSeconds = 100;

    AbsolutePath PeerLists => RootDirectory / "tests" / "peers";

    AbsolutePath NodePeers => RootDirectory / "artifacts" / "peers";

    // Nothing here fails the build: a test whose tool is missing is skipped with the reason.
    Target InstallPeers => _ => _
        .Description("Install the programs that tests are compared with, from Debian and npm, as far as this machine can; takes less than five minutes")
        .Before(Compile)
        .Executes(() =>
        {
            var (npm, projects) = (Task.Run(() => InstallFromNpm().ToList()), Task.Run(() => FetchProjects().ToList()));
            foreach (var line in InstallFromDebian().Concat(npm.GetAwaiter().GetResult()).Concat(projects.GetAwaiter().GetResult()))
            {
                Log.Information("{Line:l}", line);
            }
        });

    /// <summary>Installs the missing packages of <c>tests/peers/debian.txt</c>.</summary>
    /// <returns>What was installed, what was not, and why.</returns>
    IEnumerable<string> InstallFromDebian()
    {
        var lines = (PeerLists / "debian.txt").ReadAllLines().Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', 3)).ToList();
        var none = lines.Where(line => line[1] == "-").Select(line => $"Not installed: {line[0]} ({line[2]})");
        var pinned = lines.Where(line => line[1] != "-").ToDictionary(line => line[0], line => line[1]);
        var present = Run("dpkg-query", ["--show", "--showformat=${Package} ${db:Status-Status}\\n", .. pinned.Keys], 20).Output.Split('\n');
        string[] missing = [.. pinned.Keys.Where(name => !present.Contains($"{name} installed"))];
        var cannot = missing.Length == 0 ? $"Debian: all {pinned.Count} packages are installed"
            : !Run("apt-get", ["--version"], 20).Succeeded ? $"Not installed, because this machine has no apt-get: {string.Join(' ', missing)}"
            : Environment.UserName != "root" ? $"Not installed, because only root can: apt-get install {string.Join(' ', missing)}"
            : null;
        return [.. cannot is not null ? [cannot] : InstallWithApt(pinned, missing), .. none];
    }

    /// <summary>Installs the pinned versions; if Debian has replaced one, its current version.</summary>
    static IEnumerable<string> InstallWithApt(Dictionary<string, string> pinned, string[] missing)
    {
        var updated = Run("apt-get", ["update", "--quiet", .. AptOptions], 30);
        var offered = Run("apt-cache", ["madison", .. missing], 20).Output.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 2).ToLookup(cells => cells[0], cells => cells[1]);
        string Exact(string name) => offered[name].Contains(pinned[name]) ? $"{name}={pinned[name]}" : name;
        string[] available = [.. missing.Where(name => offered[name].Any())];
        foreach (var name in missing.Except(available))
        {
            yield return $"Not installed: {name} (the package sources of this machine do not offer it{(updated.Succeeded ? "" : $"; apt-get update: {LastLine(updated.Output)}")})";
        }

        foreach (var name in available.Where(name => Exact(name) == name))
        {
            yield return $"{name}: version {offered[name].First()} stands for {pinned[name]}, which the package sources no longer offer";
        }

        // All together first; one by one if any of them is not available. Only the download has a time limit: dpkg must not be interrupted.
        var watch = Stopwatch.StartNew();
        string[][] groups = [available, .. available.Select(name => new[] { name })];
        var left = available.ToHashSet();
        foreach (var group in groups.TakeWhile(_ => left.Count > 0 && watch.Elapsed.TotalSeconds < DownloadSeconds))
        {
            string[] install = ["install", "--quiet", "--yes", "--no-install-recommends", .. AptOptions, .. group.Select(Exact)];
            var download = Run("apt-get", [.. install, "--download-only"], DownloadSeconds - (int)watch.Elapsed.TotalSeconds);
            var result = download.Succeeded ? Run("apt-get", [.. install, "--no-download"], 150) : download;
            left.ExceptWith(result.Succeeded ? group : []);
            yield return result.Succeeded ? $"Installed from Debian: {string.Join(' ', group)}" : $"apt-get did not install {string.Join(' ', group)}: {LastLine(result.Output)}";
        }
    }

    static string[] AptOptions => ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10", "-o", "Acquire::https::Timeout=10", "-o", "DPkg::Lock::Timeout=20"];

    /// <summary>
    /// Installs the packages pinned in <c>tests/peers/package-lock.json</c> into <c>artifacts/peers</c>, where the tests look for them.
    /// </summary>
    IEnumerable<string> InstallFromNpm()
    {
        var (pinned, done) = (PeerLists / "package-lock.json", NodePeers / "installed.json");
        if (Environment.GetEnvironmentVariable("NODE_PEERS") is { Length: > 0 } folder)
        {
            return [$"npm: the tests use {folder}, which NODE_PEERS names"];
        }

        if (done.FileExists() && done.ReadAllText() == pinned.ReadAllText())
        {
            return ["npm: all packages of the lock file are installed"];
        }

        NodePeers.CreateOrCleanDirectory();
        foreach (var file in PeerLists.GlobFiles("package*.json", ".npmrc"))
        {
            File.Copy(file, NodePeers / file.Name);
        }

        var installed = Run(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
            ["ci", "--prefix", NodePeers, "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000"], 150);
        if (!installed.Succeeded)
        {
            (NodePeers / "node_modules").DeleteDirectory();
            return [$"npm installed nothing: {LastLine(installed.Output)}"];
        }

        done.WriteAllText(pinned.ReadAllText());
        return [$"npm installed the lock file: {installed.Output.Split('\n').FirstOrDefault(line => line.StartsWith("added ", StringComparison.Ordinal))}"];
    }

    static string LastLine(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(line => !line.Contains("A complete log", StringComparison.Ordinal)) ?? "it printed nothing";

    /// <summary>Runs a program to completion, or kills it after <paramref name="seconds"/>. A missing program counts as failed.</summary>
    static (bool Succeeded, string Output) Run(string program, string[] arguments, int seconds)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var printed = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (printed.Wait(TimeSpan.FromSeconds(seconds)))
            {
                process.WaitForExit();
                return (process.ExitCode == 0, string.Concat(printed.Result));
            }

            process.Kill(entireProcessTree: true);
            return (false, $"{program} did not end in {seconds} s");
        }
        catch (Win32Exception)
        {
            return (false, $"{program} is not on PATH");
        }
    }
}
