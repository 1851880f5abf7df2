// The exit code is the number of names, to show that it is passed on.
Console.WriteLine($"Hello, {(args.Length == 0 ? "world" : string.Join(" and ", args))}!");
return args.Length;
