using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text.Json;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    AbsolutePath NativeCode => RootDirectory / "artifacts" / "native-code";

    // Most of a short process's time is the JIT compiler's, and the tests start hundreds of builds.
    Target Precompile => _ => _
        .Description("Compile the programs that tests start to native code, so that they start faster; without the SDK's crossgen2 they stay as they are")
        .DependsOn(Compile)
        .Executes(() =>
        {
            if (FindCrossgen() is not { } crossgen)
            {
                Log.Information("The package source does not have crossgen2: the tests take longer");
                return;
            }

            Directory.CreateDirectory(NativeCode);
            var programs = (RootDirectory / "artifacts" / "bin").GlobFiles("*/debug/*.runtimeconfig.json").Select(file => file.Parent).ToList();
            var started = programs.Where(folder => !folder.Parent.Name.EndsWith(".Tests", StringComparison.Ordinal)).SelectMany(Assemblies).ToLookup(Hash);
            Parallel.ForEach(started, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, copies => CompileToNativeCode(crossgen, copies.First(), NativeCode / $"{copies.Key}.dll"));
            var replaced = programs.SelectMany(Assemblies).Count(assembly => Replace(assembly, NativeCode / $"{Hash(assembly)}.dll"));
            Log.Information("{Count} assemblies have native code, {Replaced} files were replaced", started.Count, replaced);
        });

    /// <summary>The program, or null where it cannot be restored.</summary>
    string? FindCrossgen()
    {
        var (succeeded, output) = Run("dotnet", ["msbuild", RootDirectory / "build" / "precompiler" / "precompiler.csproj", "-restore", "-target:Locate", "-getItem:Crossgen", "-nologo"], 600);
        return !succeeded ? null : JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("Crossgen").EnumerateArray()
            .Select(item => item.GetProperty("FullPath").GetString()).FirstOrDefault(File.Exists);
    }

    /// <summary>What is only IL: native code is not compiled again.</summary>
    static IEnumerable<AbsolutePath> Assemblies(AbsolutePath folder) => folder.GlobFiles("*.dll").Where(file =>
    {
        using var reader = new PEReader(File.OpenRead(file));
        return reader.HasMetadata && reader.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: 0 };
    });

    /// <summary>Names what was compiled, and for which runtime.</summary>
    static string Hash(AbsolutePath assembly) => Convert.ToHexStringLower(SHA256.HashData([.. File.ReadAllBytes(assembly), .. System.Text.Encoding.UTF8.GetBytes(Environment.Version.ToString())]));

    /// <summary>An assembly that cannot be compiled keeps its IL.</summary>
    static void CompileToNativeCode(string crossgen, AbsolutePath assembly, AbsolutePath compiled)
    {
        if (compiled.FileExists())
        {
            return;
        }

        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] references = [runtime, runtime.Replace("Microsoft.NETCore.App", "Microsoft.AspNetCore.App", StringComparison.Ordinal), assembly.Parent];
        var unfinished = $"{compiled}.{Guid.NewGuid():N}";
        var (succeeded, output) = Run(crossgen, [assembly, "--out", unfinished, "--parallelism", "1", "--optimize", .. references.SelectMany(folder => new[] { "--reference", Path.Combine(folder, "*.dll") })], 900);
        if (succeeded)
        {
            File.Move(unfinished, compiled, overwrite: true);
        }
        else
        {
            Log.Debug("{Assembly:l} stays as it is: {Output:l}", assembly.Name, output);
        }
    }

    static bool Replace(AbsolutePath assembly, AbsolutePath compiled)
    {
        if (!compiled.FileExists())
        {
            return false;
        }

        File.Delete(assembly); // another program may have it open
        File.Copy(compiled, assembly);
        return true;
    }
}
