using System.CommandLine;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Fetching;

namespace Citess.Cli;

/// <summary>What <c>citess</c> can do: look at poles and their documents from outside, and carry files for one's own, over HTTP alone.</summary>
public static class Commands
{
    /// <summary>Not an option: what stands on a command line is seen by everyone on the machine.</summary>
    internal const string SecretVariable = "CITESS_SECRET";

    private static readonly Option<string> Pole = new("--pole") { Description = "Address of your pole, for example https://mahdia.example.", Required = true };
    private static readonly Option<string> Client = new("--client") { Description = $"Id of a program of your pole that may connect; its secret is read from {SecretVariable}.", Required = true };
    private static readonly Option<bool> Local = new("--local") { Description = "Also reach this machine and private networks, over http.", Recursive = true };

    public static RootCommand Root()
    {
        var root = new RootCommand("Looks at poles and other ActivityPub servers from outside.");
        root.Options.Add(Local);
        root.Subcommands.Add(LookupCommand());
        root.Subcommands.Add(VerifyCommand());
        root.Subcommands.Add(ExportCommand());
        root.Subcommands.Add(ImportCommand());
        return root;
    }

    private static Command LookupCommand()
    {
        var who = new Argument<string>("who") { Description = "A host, a handle such as @pole@barcelona.example, or an address." };
        var command = new Command("lookup", "Finds an actor and says what it is.") { who };
        command.SetAction((call, stop) => Lookup.RunAsync(Open(call.GetValue(Local)), call.GetValue(who)!, call.InvocationConfiguration.Output, stop));
        return command;
    }

    private static Command VerifyCommand()
    {
        var address = new Argument<string>("address") { Description = "Address of a shared record, or of a collaboration at your pole, which ends in /collaboration/ and its id; or a file with all that was said in one." };
        var client = new Option<string>("--client") { Description = $"For a collaboration: id of a program of that pole; its secret is read from {SecretVariable}.", DefaultValueFactory = _ => "" };
        var command = new Command("verify", "Fetches a record and checks its proof against the key of the actor that speaks for it; of a collaboration, every event of its log. A file is checked without asking anybody.") { address, client };
        command.SetAction((call, stop) => System.IO.File.Exists(call.GetValue(address)) ? VerifyFile.RunAsync(call.GetValue(address)!, call.InvocationConfiguration.Output, stop)
            : VerifyLog.TryRead(call.GetValue(address)!, out var origin, out var id)
            ? new VerifyLog(Open(call.GetValue(Local)), new(Http(call), origin, call.GetValue(client)!, Environment.GetEnvironmentVariable(SecretVariable) ?? "")).RunAsync(id, call.InvocationConfiguration.Output, stop)
            : Verify.RunAsync(Open(call.GetValue(Local)), call.GetValue(address)!, call.InvocationConfiguration.Output, stop));
        return command;
    }

    private static Command ExportCommand()
    {
        var since = new Option<string>("--since") { Description = "What came before is left out: epoch.number as a checkpoint names it, or 0 for all.", DefaultValueFactory = _ => "0" };
        var to = new Option<string>("--to") { Description = "The file to write.", Required = true };
        var command = new Command("export", "Writes what your pole shared into a signed file, to be carried where no line reaches.") { Pole, Client, since, to };
        command.SetAction((call, stop) => File(call).ExportAsync(call.GetValue(since)!, call.GetValue(to)!, call.InvocationConfiguration.Output, stop));
        return command;
    }

    private static Command ImportCommand()
    {
        var file = new Argument<string>("file") { Description = "A file that another pole exported." };
        var command = new Command("import", "Gives the file of another pole to yours, which takes only what that pole signed.") { file, Pole, Client };
        command.SetAction((call, stop) => File(call).ImportAsync(call.GetValue(file)!, call.InvocationConfiguration.Output, stop));
        return command;
    }

    private static PoleFile File(ParseResult call) =>
        new(new(Http(call), call.GetValue(Pole)!, call.GetValue(Client)!, Environment.GetEnvironmentVariable(SecretVariable) ?? ""));

    /// <summary>For hours, since a library may be long and a line slow.</summary>
    private static HttpClient Http(ParseResult call) => SafeHttp.Create(
        new() { UserAgent = "citess", AllowPrivateAddresses = call.GetValue(Local), RequestTimeout = TimeSpan.FromHours(6), MaxBytes = int.MaxValue }, Console.Error.WriteLine);

    private static World Open(bool isLocal)
    {
        var options = new SafeHttpOptions { UserAgent = "citess", AllowPrivateAddresses = isLocal };
        var http = SafeHttp.Create(options, Console.Error.WriteLine);
        return new(new DocumentFetcher(http, options, TimeProvider.System), new ActorFinder(http, options, TimeProvider.System), TimeProvider.System);
    }
}

/// <summary>What the commands look through.</summary>
internal sealed record World(DocumentFetcher Documents, ActorFinder Actors, TimeProvider Clock);
