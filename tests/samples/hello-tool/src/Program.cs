// The exit code is the number of names, so that it shows whether it is passed on.
Console.WriteLine($"Hello, {(args.Length == 0 ? "world" : string.Join(" and ", args))}!");
return args.Length;
