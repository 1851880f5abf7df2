using Nuke.Common.IO;

partial class Build
{
    AbsolutePath PeerProjects => RootDirectory / "artifacts" / "projects";

    /// <summary>
    /// Unpacks the source packages that <c>tests/peers/debian-sources.txt</c> lists. apt's own configuration stays as it is: the lists of source packages
    /// are downloaded into a folder of the build.
    /// </summary>
    /// <returns>What was unpacked, and what Debian does not offer.</returns>
    IEnumerable<string> FetchProjects()
    {
        var wanted = (PeerLists / "debian-sources.txt").ReadAllLines().Where(line => line.Length > 0 && line[0] != '#').ToList();
        string[] missing = [.. wanted.Where(name => !(PeerProjects / name).DirectoryExists())];
        if (missing.Length == 0 || !Run("apt-get", ["--version"], 20).Succeeded)
        {
            return [missing.Length == 0 ? $"Projects: all {wanted.Count} are unpacked" : "Projects: none, because this machine has no apt-get"];
        }

        var apt = (RootDirectory / "artifacts" / "apt").CreateOrCleanDirectory();
        string[] options = [.. SourceLists(apt), .. AptOptions];
        var updated = Run("apt-get", ["update", "--quiet", .. options], 60);
        foreach (var name in missing)
        {
            // One at a time: with several names, apt-get stops at the first one that it does not know.
            var folder = (apt / name).CreateOrCleanDirectory();
            Run("env", ["--chdir", folder, "apt-get", "source", "--quiet", "--download-only", "--tar-only", .. options, name], 20);
            Unpack(folder, PeerProjects / name);
        }

        apt.DeleteDirectory();
        var lacking = missing.Where(name => !(PeerProjects / name).DirectoryExists()).ToList();
        return
        [
            $"Projects from Debian: {wanted.Count - lacking.Count} of {wanted.Count}{(updated.Succeeded ? "" : $" (apt-get update: {LastLine(updated.Output)})")}",
            .. lacking.Count > 0 ? [$"Not available: {string.Join(' ', lacking)}"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Options that make apt use the system's package sources for source packages; they do not need root.</summary>
    static IEnumerable<string> SourceLists(AbsolutePath apt)
    {
        var (parts, lists) = (apt / "sources.list.d", apt / "lists");
        Directory.CreateDirectory(parts);
        Directory.CreateDirectory(lists / "partial");
        AbsolutePath system = "/etc/apt";
        foreach (var file in new[] { system / "sources.list" }.Concat((system / "sources.list.d").GlobFiles("*.list", "*.sources")).Where(file => file.FileExists()))
        {
            var lines = file.ReadAllLines().Select(line => line.StartsWith("deb ", StringComparison.Ordinal) ? $"deb-src {line[4..]}"
                : line.StartsWith("Types:", StringComparison.Ordinal) ? "Types: deb-src"
                : line).ToList();
            if (lines.Exists(line => line.Contains("/debian", StringComparison.Ordinal)))
            {
                File.WriteAllLines(parts / file.Name, lines);
            }
        }

        return
        [
            "-o", "Dir::Etc::SourceList=/dev/null", "-o", $"Dir::Etc::SourceParts={parts}", "-o", $"Dir::State::Lists={lists}",
            "-o", $"Dir::Cache={apt}", "-o", "Debug::NoLocking=true", "-o", "APT::Sandbox::User=",
        ];
    }

    static void Unpack(AbsolutePath folder, AbsolutePath project)
    {
        foreach (var archive in folder.GlobFiles("*.orig.tar.*").Where(file => !file.Name.EndsWith(".asc", StringComparison.Ordinal)).Take(1))
        {
            project.CreateOrCleanDirectory();
            if (!Run("tar", ["--extract", "--file", archive, "--directory", project, "--strip-components", "1"], 60).Succeeded)
            {
                project.DeleteDirectory();
            }
        }
    }
}
