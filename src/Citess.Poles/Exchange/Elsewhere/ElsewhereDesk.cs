using System.Security.Claims;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network;

namespace Citess.Poles.Exchange.Elsewhere;

/// <summary>An offer or a want of other software and whoever published it, both as their own server showed them a moment ago.</summary>
public sealed record LookedAt(ProposalElsewhere Proposal, PartnerActor Actor)
{
    private const int MaxName = 100;

    /// <summary>What whoever published it is called there, as plain words.</summary>
    public MultilingualText By { get; } = AgreementWire.Plain(Actor.Name, MaxName).Each(name => name.Replace('\n', ' '));

    /// <summary>What is kept of it in an agreement.</summary>
    public ProposalReference Reference => new(Proposal.Address, Proposal.Intent, Proposal.Unit, Proposal.IsWant, By.Show(By.Source).Text);
}

/// <summary>Looks at offers and wants that stand on other software, one at a time and by address; nothing of them is kept unless somebody asks for one.</summary>
public sealed class ElsewhereDesk(DocumentFetcher documents, RemoteActors actors, Pole pole)
{
    /// <summary>Longer ones nobody pastes.</summary>
    public const int MaxAddress = 1000;

    // The thing, perhaps behind a page for people, with redirects; and whose it is, perhaps with a second try in the other dialect.
    private const int Requests = 10;

    public async Task<LookedAt> LookAsync(ClaimsPrincipal who, string typed, CancellationToken stop)
    {
        who.Require(Permissions.Share);
        var address = typed.Trim();
        address = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address;
        if (address.Length > MaxAddress)
        {
            throw Refuse("elsewhere.no.address", "This is not an address of an offer or a want.");
        }

        if (address.StartsWith(pole.Origin + "/", StringComparison.Ordinal))
        {
            throw Refuse("elsewhere.no.own", "This stands at this pole itself.");
        }

        var budget = new FetchBudget(Requests);
        var proposal = await documents.FetchAsync(address, budget, pole.ServerSigner, stop) switch
        {
            FetchResult.Fetched found => ProposalElsewhere.Read(found.Root, found.Address) ?? throw NoProposal(),
            FetchResult.Unreachable => throw Silent(),
            FetchResult.Refused { Fault: FetchFault.BadAddress or FetchFault.AddressNotPublic } => throw Refuse("elsewhere.no.address", "This is not an address of an offer or a want."),
            FetchResult.Refused { Fault: FetchFault.HostBlocked } => throw Refuse("network.problem.blocked", "This host is blocked here."),
            FetchResult.Refused { Fault: FetchFault.NotFound or FetchFault.Gone or FetchFault.Denied or FetchFault.Status } => throw Refuse("elsewhere.no.missing", "There is nothing at this address that this pole may read."),
            _ => throw NoProposal(),
        };
        var actor = PartnerActor.Of((await actors.FindAsync(proposal.Actor, budget, stop) ?? throw Silent()).Document);
        return actor.IsPole ? throw Refuse("elsewhere.no.pole", "This is an offer or a want of a pole: connect to it, and it is in the lists here.") : new(proposal, actor);
    }

    private static RefusedException Silent() => Refuse("network.problem.silent", "There is no answer at this address now.");

    private static RefusedException NoProposal() => Refuse("elsewhere.no.kind", "What stands at this address is no offer or want in a form that can be answered from here.");

    private static RefusedException Refuse(string key, string sentence) => new(Refusal.Invalid, sentence, new FieldProblem("Address", key));
}
