using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Records;

/// <summary>
/// Makes what leaves the house: documents and activities with their proofs, once, before the transaction that stores them.
/// </summary>
public sealed class Press(Pole pole, TimeProvider clock)
{
    /// <summary>Names the database that this pole lives in now.</summary>
    public string Epoch => pole.Epoch;

    public Frame Frame<TContent>(RecordKey key, RecordState<TContent> state)
        where TContent : class =>
        new(pole, key, state.Revision, state.Audience, state.Shared ?? state.Updated, state.Updated, state.List) { Partners = state.Partners, By = state.By, Why = state.Why };

    /// <summary>An activity about a record, with the signed document inside it word for word.</summary>
    public Sharing Share(string verb, Frame frame, JsonElement document, string? addressee = null)
    {
        var proved = JsonElement.Parse(DataIntegrity.Prove(document, pole.PoleEd25519, clock.GetUtcNow()));
        return Say(verb, proved, frame.Key.ToString(), frame.Revision, frame.Audience, frame.To, addressee) with { Partners = frame.Partners };
    }

    /// <summary>Takes a record out of the sight of those who saw it by <paramref name="before"/> and do not any more.</summary>
    public Sharing Remove(Frame frame, Frame before) => Say(new()
    {
        Type = Verbs.Remove,
        AttributedTo = pole.ActorAddress,
        Object = JsonSerializer.SerializeToElement(frame.Address),
        Target = before.To[0],
        Kind = frame.Key.Kind,
        Revision = frame.Revision,
        Updated = frame.Updated,
    }, frame.Key.ToString(), frame.Revision, Audience.Own, before.To, addressee: null);

    /// <summary>Passes on what another pole said about a record of ours, its signed document word for word, and beside it the document of that pole.</summary>
    public Sharing Add(RecordKey key, int revision, Audience audience, string said, string? contributor, string collection)
    {
        var frame = new Frame(pole, key, revision, audience, clock.GetUtcNow(), clock.GetUtcNow());
        var activity = frame.Open(Verbs.Add);
        return Say(
            new()
            {
                Type = activity.Type,
                AttributedTo = activity.AttributedTo,

                // Where people read it among all that was said.
                Url = collection[..^Addition.Collection.Length],
                Updated = activity.Updated,
                Kind = activity.Kind,
                Revision = revision,
                Object = JsonElement.Parse(said),
                Target = collection,
                Other = Terms.Of((CopyRule.Added, activity.Id), (Addition.Contributor, contributor is null ? null : JsonElement.Parse(contributor))),
            },
            key.ToString(), revision, audience, frame.To, addressee: null);
    }

    /// <summary>Tells another pole, signed, that what it took back is gone from here; the answer to one activity of its own.</summary>
    public Sharing Confirm(string activityId, string actor, string relation, string about, int revision) => Say(
        Verbs.Accept, JsonSerializer.SerializeToElement(activityId), about, revision, Audience.Own, [actor], relation);

    /// <summary>Tells one pole that a letter waits for it: an opaque id and the addressee, and nothing else.</summary>
    public Sharing Offer(RecordKey letter, string actor, string relation) => Say(
        new() { Type = Verbs.Offer, Object = JsonSerializer.SerializeToElement(pole.Address(letter)), Kind = letter.Kind }, letter.ToString(), revision: 1, Audience.Own, [actor], relation);

    /// <summary>Says that a letter of ours is erased here, and asks the addressee to do the same.</summary>
    public Sharing TakeBack(RecordKey letter, string offer, string actor, string relation) => Say(
        new() { Type = Verbs.Undo, Object = JsonSerializer.SerializeToElement(offer), Target = pole.Address(letter), Kind = letter.Kind }, letter.ToString(), revision: 2, Audience.Own, [actor], relation);

    /// <summary>Says that a letter of another pole is erased here, and asks that pole to do the same.</summary>
    public Sharing Decline(RecordKey letter, string offer, string actor, string relation) => Say(
        new() { Type = Verbs.Reject, Object = JsonSerializer.SerializeToElement(offer), Kind = letter.Kind }, $"receipt/{relation}/{letter}", revision: 2, Audience.Own, [actor], relation);

    /// <summary>An activity to one actor and nobody else, about a matter between the two.</summary>
    public Sharing SayTo(string actor, string relation, Activity said, string about, int revision) => Say(said, about, revision, Audience.Own, [actor], relation);

    /// <summary>An activity about a document that was signed before and came back.</summary>
    public Sharing ShareAgain(string verb, Frame frame, JsonElement proved) =>
        Say(verb, proved, frame.Key.ToString(), frame.Revision, frame.Audience, frame.To, addressee: null) with { Partners = frame.Partners };

    /// <summary>A Remove of ours that came back, word for word: whoever has it knows it by its id.</summary>
    public static Sharing RemoveAgain(Frame frame, JsonElement removal) => new()
    {
        About = frame.Key.ToString(),
        Revision = frame.Revision,
        Verb = Verbs.Remove,
        Audience = Audience.Own,
        ActivityId = removal.GetProperty("id").GetString()!,
        Activity = removal.GetRawText(),
    };

    /// <summary>An activity to one relation about itself: asking, answering, leaving.</summary>
    public Sharing Tell(string verb, JsonElement thing, RecordKey about, int revision, string relation, string to) =>
        Say(verb, thing, about.ToString() + "/" + verb, revision, Audience.Own, [to], relation);

    /// <summary>The tombstone of a record: signed, kept for ever, and stronger than every lower revision.</summary>
    public JsonElement Tombstone(Frame frame, string formerType) => Ap.WriteDocument(frame.Open("Tombstone") with
    {
        FormerType = formerType,
        Deleted = frame.Updated,
        Url = null,
    });

    /// <summary>The same activity, and the document of ours inside it, with proofs by the key that is in use now.</summary>
    public string ProveAgain(string activity) => Encoding.UTF8.GetString(ProveAgain(JsonElement.Parse(activity)));

    public string NewActivityAddress() => pole.Address(RecordKey.New("activity", clock));

    private byte[] ProveAgain(JsonElement proved)
    {
        var bare = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bare))
        {
            json.WriteStartObject();
            foreach (var member in proved.EnumerateObject().Where(each => !each.NameEquals("proof"u8)))
            {
                json.WritePropertyName(member.Name);
                json.WriteRawValue(IsOurs(member.Value) ? ProveAgain(member.Value) : JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return DataIntegrity.Prove(JsonElement.Parse(bare.WrittenSpan), pole.PoleEd25519, clock.GetUtcNow());
    }

    /// <summary>The Follow of another pole, which an answer of ours shows, has a proof of that pole.</summary>
    private bool IsOurs(JsonElement value) => DataIntegrity.VerificationMethod(value)?.StartsWith(pole.ActorAddress + "#", StringComparison.Ordinal) == true;

    private Sharing Say(string verb, JsonElement thing, string about, int revision, Audience audience, IReadOnlyList<string> to, string? addressee) =>
        Say(new() { Type = verb, Object = thing }, about, revision, audience, to, addressee);

    private Sharing Say(Activity said, string about, int revision, Audience audience, IReadOnlyList<string> to, string? addressee)
    {
        var activity = said with
        {
            Id = NewActivityAddress(),
            Actor = pole.ActorAddress,
            To = to,
            Published = clock.GetUtcNow(),
        };

        var bytes = DataIntegrity.Prove(Ap.WriteDocument(activity), pole.PoleEd25519, clock.GetUtcNow());
        return new()
        {
            About = about,
            Revision = revision,
            Verb = said.Type!,
            Audience = audience,
            Addressee = addressee,
            ActivityId = activity.Id,
            Activity = Encoding.UTF8.GetString(bytes),
        };
    }
}
