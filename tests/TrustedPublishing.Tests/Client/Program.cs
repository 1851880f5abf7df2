using TrustedPublishing;
using TrustedPublishing.Client;

// The library in a separate process: publishes the wheels in a folder to an index and prints one line per event.
if (args is not [var index, var folder])
{
    await Console.Error.WriteLineAsync("usage: TrustedPublishing.Client INDEX FOLDER");
    return 2;
}

var options = new PublishOptions { Index = PackageIndex.Parse(index), Distributions = ["*.whl"], BaseDirectory = folder, JournalFile = "publish-journal.json" };
var report = await new Publisher(options).PublishAsync(new EventLines());
return report.Succeeded ? 0 : 1;
