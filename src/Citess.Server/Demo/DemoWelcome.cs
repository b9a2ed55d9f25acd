using Citess.Server.Demo.Voices;

namespace Citess.Server.Demo;

/// <summary>What the demo says once it runs.</summary>
internal static class DemoWelcome
{
    public static void Print(IReadOnlyList<DemoProcess> poles)
    {
        Console.WriteLine();
        Console.WriteLine("Three poles are running, each with a database of its own:");
        foreach (var pole in poles)
        {
            Console.WriteLine($"  {pole.Demo.Profile.Name.SourceText,-28} {pole.Origin}");
        }

        Console.WriteLine();
        Console.WriteLine($"Sign in at any of them as {DemoSeed.Coordinator} (coordinator) or {DemoSeed.Administrator} (administrator), password {DemoSeed.Password}");
        Console.WriteLine();
        Console.WriteLine("Try this:");
        Console.WriteLine($"  1. Sign in at {poles[0].Origin}/ar/sign-in and write a practice: share it with partner poles.");
        Console.WriteLine($"  2. Read it at {poles[^1].Origin}/ca/practices: it came signed, over HTTP, into another database.");
        Console.WriteLine("  3. Edit it, or withdraw it, and look again.");
        Console.WriteLine($"  4. See how a practice of Sidi Bouzid fared elsewhere: {poles[0].Origin}/fr/from/localhost:{poles[1].Port}/{Subjects.Rounds.Key}");
        Console.WriteLine($"  5. Sign in at two poles and see what the three do together, said by each and checked by each: {poles[0].Origin}/fr/collaborations");
        Console.WriteLine();
        Console.WriteLine("All data is for demonstration. Ctrl-C stops everything.");
    }
}
