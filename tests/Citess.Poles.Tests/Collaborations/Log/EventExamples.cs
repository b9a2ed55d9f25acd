using System.Text.Json;
using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Tests.Collaborations.Log;

/// <summary>A task that Mahdia writes after it began a collaboration.</summary>
internal static class EventExamples
{
    public static SignedEvent Task(Pole pole, DateTimeOffset now) => Both(pole, now)[1];

    /// <summary>Both as a pole keeps them.</summary>
    public static JsonElement Log(Pole pole, DateTimeOffset now)
    {
        var both = Both(pole, now);
        return JsonSerializer.SerializeToElement(new RawLog(both[0].Hash, [.. both.Select(each => new RawEvent(each.Hash, each.Document.GetRawText()))]), StateJson.Options);
    }

    private static IReadOnlyList<SignedEvent> Both(Pole pole, DateTimeOffset now)
    {
        var begin = new EventDraft
        {
            Id = pole.Origin + "/event/01JDA5R1V7Q0W3M9K2X4T6B8CA",
            Author = pole.ActorAddress,
            Number = 1,
            Person = "01JDEMPERS0AMRA00000000001",
            Role = PartnerRoles.Host,
            Time = now,
            Type = EventTypes.Begin,
            Payload = JsonSerializer.SerializeToElement(new { name = "Huilerie partagée", purpose = "Une huilerie pour trois coopératives.", language = "fr", clauses = new[] { "Chaque pôle a une voix." }, partners = Array.Empty<object>(), invite = "host" }),
        };
        var first = SignedEvent.Prove(begin, pole.PoleEd25519, now);
        var second = SignedEvent.Prove(
            begin with
            {
                Id = pole.Origin + "/event/01JDA5R1V7Q0W3M9K2X4T6B8CE",
                Log = first.Hash,
                Heads = [first.Hash],
                Number = 2,
                Previous = first.Hash,
                Type = EventTypes.Task,
                Payload = JsonSerializer.SerializeToElement(new { title = "Demander un devis", language = "fr", who = pole.ActorAddress, due = "2026-05-01", status = "open" }),
            },
            pole.PoleEd25519,
            now);
        return [first, second];
    }
}
