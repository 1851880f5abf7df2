using System.Globalization;
using TrustedPublishing.Benchmarks;
using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Figures;
using TrustedPublishing.Benchmarks.Servers;

// A single program with several roles: without a role it measures, and starts itself in the other roles.
return args switch
{
    [ServerRole.Name, var kind, var latency] => await ServerRole.RunAsync(Enum.Parse<ServerKind>(kind), int.Parse(latency, CultureInfo.InvariantCulture)),
    [PublishRole.Name, var index, var folder] => await PublishRole.RunAsync(index, folder),
    [InspectRole.Name, var small, var large] => await InspectRole.RunAsync(small, large),
    [PackRole.Name, "one", var folder] => await PackRole.OfOneAsync(folder),
    [PackRole.Name, "many", var folder] => await PackRole.OfManyAsync(folder),
    [FirstByteRole.Name, var folder, var rounds] => await FirstByteRole.RunAsync(folder, int.Parse(rounds, CultureInfo.InvariantCulture)),
    _ => await Benchmark.RunAsync(BenchmarkOptions.Parse(args), Console.Out),
};
