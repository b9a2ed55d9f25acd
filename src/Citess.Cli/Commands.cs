using System.CommandLine;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Fetching;

namespace Citess.Cli;

/// <summary>What <c>citess</c> can do: look at poles and their documents from outside, over HTTP alone.</summary>
public static class Commands
{
    private static readonly Option<bool> Local = new("--local") { Description = "Also reach this machine and private networks, over http.", Recursive = true };

    public static RootCommand Root()
    {
        var root = new RootCommand("Looks at poles and other ActivityPub servers from outside.");
        root.Options.Add(Local);
        root.Subcommands.Add(LookupCommand());
        root.Subcommands.Add(VerifyCommand());
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
        var address = new Argument<string>("address") { Description = "Address of a shared record." };
        var command = new Command("verify", "Fetches a record and checks its proof against the key of the actor that speaks for it.") { address };
        command.SetAction((call, stop) => Verify.RunAsync(Open(call.GetValue(Local)), call.GetValue(address)!, call.InvocationConfiguration.Output, stop));
        return command;
    }

    private static World Open(bool isLocal)
    {
        var options = new SafeHttpOptions { UserAgent = "citess", AllowPrivateAddresses = isLocal };
        var http = SafeHttp.Create(options, Console.Error.WriteLine);
        return new(new DocumentFetcher(http, options, TimeProvider.System), new ActorFinder(http, options, TimeProvider.System), TimeProvider.System);
    }
}

/// <summary>What the commands look through.</summary>
internal sealed record World(DocumentFetcher Documents, ActorFinder Actors, TimeProvider Clock);
