using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Serving;

/// <summary>The files in the form that the host program sees.</summary>
internal static class ReceivedFiles
{
    public static IReadOnlyList<ReceivedFile> Read(IndexStore store, Uri root) =>
    [
        .. from project in store.Current.Projects.Values
           from file in project.Files
           orderby file.Uploaded, file.FileName
           select new ReceivedFile
           {
               FileName = file.FileName,
               Project = project.Name,
               Version = file.Version,
               Size = file.Size,
               Sha256 = file.Sha256,
               Uploaded = file.Uploaded,
               Path = store.ContentPath(file),
               Url = SimpleDocument.Url(file, root),
               Fields = project.Releases.Find(release => release.Version == file.Version)?.Fields ?? [],
               Provenance = file.Provenance,
           },
    ];
}
