namespace TrustedPublishing.Rehearsal.Faults;

/// <summary>Parses fault scripts. <see cref="RehearsalFaults"/> describes the grammar.</summary>
internal static class FaultScript
{
    public static RehearsalFaults Parse(string script)
    {
        var faults = RehearsalFaults.None;
        List<string> complaints = [];
        foreach (var (index, line) in script.Split('\n').Index())
        {
            var words = new Queue<string>(line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            try
            {
                faults = words.Count == 0 ? faults : Add(faults, words);
            }
            catch (FormatException complaint)
            {
                complaints.Add($"line {index + 1}: {complaint.Message}");
            }
        }

        return complaints.Count == 0 ? faults : throw new FormatException("The fault script cannot be understood:\n" + string.Join('\n', complaints));
    }

    private static RehearsalFaults Add(RehearsalFaults faults, Queue<string> words)
    {
        var first = words.Dequeue();
        var next = first switch
        {
            "token-life" => faults with { TokenLife = FaultWords.Duration(words, first) },
            "clock-skew" => faults with { ClockSkew = FaultWords.Duration(words, first, mayBeNegative: true) },
            _ => faults with { Faults = [.. faults.Faults, Fault(FaultWords.Route(first), words)] },
        };
        return words.Count == 0 ? next : throw new FormatException($"unexpected text at the end: '{string.Join(' ', words)}'.");
    }

    private static RehearsalFault Fault(RehearsalRoute route, Queue<string> words)
    {
        var fault = Selected(new() { Route = route }, words);
        if (words.Count == 0)
        {
            throw new FormatException($"the action is missing; use one of {FaultWords.Actions}.");
        }

        while (words.TryDequeue(out var action))
        {
            fault = FaultWords.Apply(fault, action, words);
        }

        return fault;
    }

    private static RehearsalFault Selected(RehearsalFault fault, Queue<string> words)
    {
        if (words.TryPeek(out var glob) && !FaultWords.IsAction(glob) && !char.IsAsciiDigit(glob[0]))
        {
            fault = fault.Route is RehearsalRoute.Upload or RehearsalRoute.File
                ? fault with { File = words.Dequeue() }
                : throw new FormatException($"'{glob}' is neither an attempt nor one of {FaultWords.Actions}; only upload and file accept a file name.");
        }

        if (words.TryPeek(out var attempts) && char.IsAsciiDigit(attempts[0]))
        {
            var (from, to) = FaultWords.Attempts(words.Dequeue());
            fault = fault with { FirstAttempt = from, LastAttempt = to };
        }

        return fault;
    }
}
