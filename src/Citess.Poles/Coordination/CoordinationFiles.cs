using Citess.Poles.Exchange.Fitting;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Practices.Export;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Coordination;

/// <summary>The tables of the coordinator's page, whole, in its language.</summary>
internal static class CoordinationFiles
{
    public const string Wants = "coordination/wants.csv";
    public const string Poles = "coordination/poles.csv";
    public const string Groups = "coordination/groups.csv";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription().RequireAuthorization(Permissions.Write).WithMetadata(new CostlyAttribute());
        group.MapGet("/" + Wants, (HttpContext http, CoordinationDesk desk, MatchRoom room, Kernel.Texts.Text words, Pole pole) => Write(
            http, "wants", pole, [words["exchange.want"], words["exchange.pole"], words["coordination.since"], words["coordination.address"]], WantsAsync(http, desk, room, pole)));
        group.MapGet("/" + Poles, (HttpContext http, CoordinationDesk desk, MatchRoom room, Kernel.Texts.Text words, Pole pole) => Write(
            http,
            "poles",
            pole,
            [words["exchange.pole"], words["coordination.wants"], words["coordination.uncovered"], words["coordination.served"], words["coordination.offers"], words["coordination.first"], words["coordination.share"]],
            PolesAsync(http, desk, room)));
        group.MapGet("/" + Groups, (HttpContext http, CoordinationDesk desk, Kernel.Texts.Text words, Pole pole) => Write(
            http,
            "groups",
            pole,
            [words["coordination.learning.cycle"], words["cycle.group.topic"], words["cycle.group.members"], words["coordination.learning.stage"], words["coordination.learning.waits"], words["coordination.since"], words["coordination.learning.life"], words["coordination.address"]],
            GroupsAsync(http, desk, words, pole)));
    }

    private static IResult Write(HttpContext http, string name, Pole pole, string[] headings, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(target => CsvFile.WriteAsync(target, headings, rows, http.RequestAborted), CsvFile.MediaType, $"{name}-{pole.Authority.Replace(':', '-')}.csv");
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> WantsAsync(HttpContext http, CoordinationDesk desk, MatchRoom room, Pole pole)
    {
        await foreach (var want in desk.UncoveredAsync(await room.StandingAsync(http.RequestAborted), http.RequestAborted))
        {
            yield return [want.Entry.Name.Show(Languages.Current.Code).Text, want.Pole.Text, want.Since.UtcDateTime, $"{pole.Origin}/{Languages.Current.Code}/{want.Entry.PagePath}"];
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> PolesAsync(HttpContext http, CoordinationDesk desk, MatchRoom room)
    {
        await foreach (var (each, name) in desk.PolesAsync(await room.StandingAsync(http.RequestAborted)))
        {
            yield return [name.Text, each.Wants, each.Uncovered, each.Served, each.Offers, each.First, each.Share / 10m];
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> GroupsAsync(HttpContext http, CoordinationDesk desk, Kernel.Texts.Text words, Pole pole)
    {
        foreach (var (health, members, stage, waits) in await desk.LearningAsync(http.User, http.RequestAborted))
        {
            yield return
            [
                health.Cycle.State.Name, health.Group.Thing["title"], string.Join(words["kit.comma"], members), stage, waits, health.Wait == GroupWait.Nothing ? null : health.Since.UtcDateTime, health.LastLife.UtcDateTime,
                $"{pole.Origin}/{Languages.Current.Code}/cycle/{health.Cycle.State.Id}",
            ];
        }
    }
}
