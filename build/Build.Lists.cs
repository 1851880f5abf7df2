using Nuke.Common;
using Serilog;

partial class Build
{
    Target CheckListDates => _ => _
        .Description("Fail when a list that others maintain (pins, classifiers, keys of Sigstore, …) is older than 60 days")
        .Executes(() =>
        {
            var complaints = ListDates.Complaints(RootDirectory, DateOnly.FromDateTime(DateTime.UtcNow));
            foreach (var complaint in complaints)
            {
                Log.Error("{Complaint:l}", complaint);
            }

            Assert.True(complaints.Count == 0, "Lists are out of date, see above");
        });
}
