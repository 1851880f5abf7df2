using System.Diagnostics;
using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>The lower bound for sending one file after the other: <c>sha256sum</c> and one <c>curl</c> per file, without any checks.</summary>
internal sealed record CurlClient() : Client("sha256sum + curl", "sh", "sha256sum", "curl")
{
    private const string Script = $"""
        url=$1; token=$2; shift 2
        for file in "$@"; do
          digest=$(sha256sum "$file") || exit 1
          curl --silent --show-error --fail --output /dev/null --user "__token__:$token" --header 'Expect:' \
            --form ':action=file_upload' --form 'protocol_version=1' --form 'filetype=bdist_wheel' --form 'pyversion=py3' \
            --form 'metadata_version={WheelFile.MetadataVersion}' --form 'name={WheelFile.Project}' --form 'version={WheelFile.Version}' \
            --form "sha256_digest=$(echo "$digest" | cut -c 1-64)" --form "content=@$file;type=application/octet-stream" "$url" || exit 1
        done
        """;

    public override bool HasMemory => false;

    public override ProcessStartInfo Start(Workload workload, WorkloadFolders folders, Endpoint endpoint) =>
        Benchmarks.Programs.Of("sh", ["-c", Script, "upload", endpoint.UploadUrl, endpoint.Token, .. folders.FilesOf(workload)]);
}
