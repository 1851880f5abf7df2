using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    Target Manual => _ => _
        .Description("Write the manual's tables of parameters and options from the code")
        .Executes(() =>
        {
            foreach (var (name, table) in ManualTables.All)
            {
                var page = RootDirectory / "src" / "TrustedPublishing.Nuke" / "docs" / name;
                var (before, after) = (page.ReadAllText(), ManualTables.Inserted(page.ReadAllText(), table));
                Log.Information("{Page:l}: {State:l}", name, before == after ? "up to date" : "written");
                if (before != after)
                {
                    File.WriteAllText(page, after);
                }
            }
        });
}
