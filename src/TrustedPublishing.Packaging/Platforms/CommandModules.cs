namespace TrustedPublishing.Packaging.Platforms;

/// <summary>The Python modules that start a program. They run with every Python 3 that is still in use.</summary>
internal static class CommandModules
{
    /// <summary>
    /// Finds a program that was installed as a script, wherever it is: in the environment, for one user, with <c>--target</c>, or with
    /// <c>--prefix</c>.
    /// </summary>
    public static string OfScript(string command) =>
        $$""""
        """Finds the program '{{command}}', which is installed with this package."""

        import os
        import sys
        import sysconfig


        def _folders():
            yield sysconfig.get_path("scripts")
            if hasattr(sysconfig, "get_preferred_scheme"):
                yield sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
            else:
                yield sysconfig.get_path("scripts", "nt_user" if os.name == "nt" else "posix_user")
            target = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
            yield os.path.join(target, "bin")
            if os.name == "nt":
                yield os.path.join(os.path.dirname(os.path.dirname(target)), "Scripts")
            else:
                yield os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(target))), "bin")
            yield sysconfig.get_path("scripts", vars={"base": sys.base_prefix})


        def find_bin():
            """The path of the program."""
            name = "{{command}}" + (sysconfig.get_config_var("EXE") or "")
            folders = list(dict.fromkeys(folder for folder in _folders() if folder))
            for folder in folders:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    return path
            raise FileNotFoundError("{} was not found in: {}".format(name, ", ".join(folders)))


        def command():
            """The command line that starts the program, as a list."""
            return [find_bin()]

        """";

    /// <summary>
    /// Finds a program that is in the package together with its files; one without a native host is started by the machine's .NET runtime.
    /// </summary>
    public static string OfFolder(string folder, string program) =>
        $$""""
        """Finds the program '{{program}}', which is part of this package."""

        import os
        import shutil


        def find_bin():
            """The path of the program."""
            return os.path.join(os.path.dirname(os.path.abspath(__file__)), "{{folder}}", "{{program}}")


        def command():
            """The command line that starts the program, as a list."""
            path = find_bin()
            if path.endswith(".dll"):
                root = os.environ.get("DOTNET_ROOT")
                dotnet = shutil.which("dotnet", path=root) if root else None
                dotnet = dotnet or shutil.which("dotnet")
                if dotnet is None:
                    raise FileNotFoundError("This program needs the .NET runtime: install it, or set DOTNET_ROOT. See https://dotnet.microsoft.com/download")
                return [dotnet, path]
            if os.name != "nt" and not os.access(path, os.X_OK):
                os.chmod(path, 0o755)
            return [path]

        """";

    /// <summary>
    /// Replaces the Python process with the program; on Windows, which does not support that, runs it as a child process and returns its exit code.
    /// </summary>
    public static string Main(string package) =>
        $$""""
        import os
        import sys

        from {{package}} import command


        def main():
            arguments = command() + sys.argv[1:]
            if os.name == "nt":
                import subprocess

                try:
                    sys.exit(subprocess.call(arguments))
                except KeyboardInterrupt:
                    sys.exit(2)
            os.execv(arguments[0], arguments)


        if __name__ == "__main__":
            main()

        """";
}
