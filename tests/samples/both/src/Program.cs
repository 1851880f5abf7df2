Console.WriteLine("Hello from NuGet and from PyPI!");
