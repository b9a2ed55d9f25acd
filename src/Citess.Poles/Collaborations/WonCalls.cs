using System.Security.Claims;
using Citess.Poles.Calls;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Collaborations;

/// <summary>A call that was won goes on as a collaboration: the poles among its partners are invited, and all of them stand in its purpose.</summary>
internal sealed class WonCalls(CollaborationDesk desk, ListedPartners partners) : ICallWon
{
    public async Task<string> BeginAsync(ClaimsPrincipal who, WonCall call)
    {
        var language = call.Title.Source;
        var poles = (await partners.AllAsync()).Where(each => call.Partners.Any(partner => partner.Reference == each.Reference)).Select(each => each.Facts["actor"]);
        var id = await desk.BeginAsync(who, call.Id, new
        {
            name = call.Title.SourceText,
            purpose = string.Join('\n', call.Partners.Select(partner => $"{partner.Name} ({partner.Country}): {Concepts.PartnerRoles.Find(partner.Role)?.Labels.GetValueOrDefault(language) ?? partner.Role}")),
            language,
            clauses = Array.Empty<string>(),
            partners = poles.Select(actor => new { actor, role = PartnerRoles.Partner }),
            invite = PartnerRoles.Host,
        });
        return $"collaboration/{id}";
    }
}
