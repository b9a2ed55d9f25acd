using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Letters;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network.Letters;
using Citess.Poles.Practices;
using Citess.Poles.Profile;
using Citess.Poles.Services;
using Citess.Poles.Tests.Calls;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Collaborations.Log;
using Citess.Poles.Tests.Directory;
using Citess.Poles.Tests.Exchange;
using Citess.Poles.Tests.Exchange.Agreements;
using Citess.Poles.Tests.Kernel;
using Citess.Poles.Tests.Practices;
using Citess.Poles.Tests.Practices.Collections;
using Citess.Poles.Tests.Practices.Contributing;
using Citess.Poles.Tests.Services;
using Citess.Poles.Tests.Topics;
using Citess.Poles.Topics;
using NJsonSchema;
using Xunit;

namespace Citess.Poles.Tests.Specs;

/// <summary>What is published about our documents is what we write. <c>CITESS_UPDATE_EXAMPLES=1</c> writes the examples anew.</summary>
public sealed class SchemasTests
{
    private static readonly JsonSerializerOptions s_readable = new(StateJson.Options) { WriteIndented = true };
    private static readonly Press s_press = new(Mahdia.Pole, Mahdia.Clock);

    public static TheoryData<string> Kinds => ["practice", "service", "actor", "tombstone", "pole", "activity", "remove", "receipt", "offer", "takeback", "letter", "adoption", "review", "translation", "decision", "note", "collection", "call", "concept", "addition", "offering", "want", "agreement-offer", "agreement-accept", "agreement-reject", "agreement-done", "event", "log"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_document_as_we_write_it_keeps_to_its_schema(string kind)
    {
        var document = Written(kind);
        if (Environment.GetEnvironmentVariable("CITESS_UPDATE_EXAMPLES") == "1")
        {
            await File.WriteAllTextAsync(Example(kind), JsonSerializer.Serialize(document, s_readable) + "\n", TestContext.Current.CancellationToken);
        }

        Assert.Empty(await FaultsAsync(kind, document));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_published_example_has_all_members_that_we_write_and_keeps_to_its_schema(string kind)
    {
        var example = JsonElement.Parse(await File.ReadAllTextAsync(Example(kind), TestContext.Current.CancellationToken));
        Assert.Empty(await FaultsAsync(kind, example));
        Assert.Equal(Members(Written(kind)), Members(example));
    }

    [Theory]
    [InlineData("practice", "revision")]
    [InlineData("practice", "proof")]
    [InlineData("service", "status")]
    [InlineData("tombstone", "formerType")]
    [InlineData("pole", "inbox")]
    [InlineData("activity", "object")]
    [InlineData("remove", "revision")]
    [InlineData("receipt", "proof")]
    [InlineData("offer", "proof")]
    [InlineData("takeback", "target")]
    [InlineData("letter", "to")]
    [InlineData("practice", "history")]
    [InlineData("adoption", "about")]
    [InlineData("adoption", "stage")]
    [InlineData("review", "verdict")]
    [InlineData("translation", "translatedFields")]
    [InlineData("decision", "target")]
    [InlineData("note", "inReplyTo")]
    [InlineData("collection", "name")]
    [InlineData("call", "name")]
    [InlineData("call", "status")]
    [InlineData("concept", "broader")]
    [InlineData("addition", "attributedTo")]
    [InlineData("addition", "result")]
    [InlineData("addition", "proof")]
    [InlineData("offering", "publishes")]
    [InlineData("want", "purpose")]
    [InlineData("agreement-offer", "endTime")]
    [InlineData("agreement-accept", "result")]
    [InlineData("agreement-reject", "content")]
    [InlineData("agreement-done", "object")]
    [InlineData("event", "heads")]
    [InlineData("event", "signingKey")]
    [InlineData("log", "events")]
    public async Task A_document_that_lacks_what_is_needed_does_not(string kind, string member)
    {
        var without = Written(kind).EnumerateObject().Where(each => each.Name != member).ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);
        Assert.NotEmpty(await FaultsAsync(kind, JsonSerializer.SerializeToElement(without)));
    }

    private static JsonElement Written(string kind) => kind switch
    {
        "practice" => Record(Practices, PracticeExamples.Press, "practice/01JDA5R1V7Q0W3M9K2X4T6B8CE"),
        "service" => Record(new ServiceKind(s_prose), ServiceExamples.LegalAdvice, ServiceExamples.Key),
        "actor" => Record(new SseActorKind(s_prose), ActorExamples.Weavers, ActorExamples.Key),
        "tombstone" => Sent(Verbs.Delete, s_press.Tombstone(Mahdia.Frame("practice/01JDA5R1V7Q0W3M9K2X4T6B8CE"), "Article"), "practice/01JDA5R1V7Q0W3M9K2X4T6B8CE").GetProperty("object"),
        "remove" => JsonElement.Parse(s_press.Remove(Mahdia.Frame("practice/01JDA5R1V7Q0W3M9K2X4T6B8CE"), Mahdia.Frame("practice/01JDA5R1V7Q0W3M9K2X4T6B8CE", Audience.Network)).Activity),
        "receipt" => JsonElement.Parse(s_press.Confirm("https://barcelona.example/activity/01JDA5R1V7Q0W3M9K2X4T6B8CE", Partner, "barcelona.example", "receipt", 1).Activity),
        "offer" => JsonElement.Parse(s_press.Offer(RecordKey.Parse("letter/01JDA5R1V7Q0W3M9K2X4T6B8CE"), Partner, "barcelona.example").Activity),
        "takeback" => JsonElement.Parse(s_press.TakeBack(RecordKey.Parse("letter/01JDA5R1V7Q0W3M9K2X4T6B8CE"), Mahdia.Pole.Origin + "/activity/01JDA5R1V7Q0W3M9K2X4T6B8CE", Partner, "barcelona.example").Activity),
        "letter" => LetterAtOrigin.Write(Letter.Address, Letter, Mahdia.Pole),
        "adoption" => Barcelona.Signed(ContributionExamples.Adoptions(Barcelona.Pole), ContributionExamples.Adoption, ContributionExamples.AdoptionKey),
        "review" => Barcelona.Signed(ContributionExamples.Reviews(Barcelona.Pole), ContributionExamples.Review, ContributionExamples.ReviewKey),
        "translation" => Barcelona.Signed(ContributionExamples.Translations(Barcelona.Pole), ContributionExamples.Translation, ContributionExamples.TranslationKey),
        "note" => Barcelona.Signed(ContributionExamples.Notes(Barcelona.Pole), ContributionExamples.Note, ContributionExamples.NoteKey),
        "collection" => Record(CollectionExamples.Kind(Mahdia.Pole), CollectionExamples.Presses, CollectionExamples.Key),
        "call" => Record(CallExamples.Kind(s_prose), CallExamples.Olives, CallExamples.Key),
        "concept" => Record(new OwnConceptKind(s_prose), OwnConceptExamples.Harissa, OwnConceptExamples.Key),
        "decision" => Record(ContributionExamples.Decisions(Mahdia.Pole), ContributionExamples.Decision, ContributionExamples.DecisionKey),
        "addition" => JsonElement.Parse(s_press.Add(
            Addition.KeyOf(Barcelona.Pole.Authority, ContributionExamples.AdoptionKey),
            1,
            Audience.Public,
            Written("adoption").GetRawText(),
            Barcelona.Signed(new ProfileKind(Barcelona.Pole, s_prose), Profile with { Territory = "ES-CT" }, Barcelona.Pole.Key.ToString()).GetRawText(),
            $"{Mahdia.Pole.Origin}/{PracticeExamples.Key}{Addition.Collection}").Activity),
        "offering" => Record(ProposalExamples.Offers, ProposalExamples.Room, ProposalExamples.RoomKey),
        "want" => Record(ProposalExamples.Wants, ProposalExamples.Lawyer, ProposalExamples.LawyerKey),
        "agreement-offer" or "agreement-accept" or "agreement-reject" or "agreement-done" => AgreementExamples.Said(kind),
        "event" => EventExamples.Task(Mahdia.Pole, Mahdia.Clock.GetUtcNow()).Document,
        "log" => EventExamples.Log(Mahdia.Pole, Mahdia.Clock.GetUtcNow()),
        "activity" => Sent(Verbs.Create, Practices.Write(PracticeExamples.Told, Mahdia.Frame("practice/01JDA5R1V7Q0W3M9K2X4T6B8CE")), "practice/01JDA5R1V7Q0W3M9K2X4T6B8CE"),
        _ => new ProfileKind(Mahdia.Pole, s_prose).Write(Profile, Mahdia.Frame(Mahdia.Pole.Key.ToString())),
    };

    private const string Partner = "https://barcelona.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW";

    private static SealedLetter Letter => new()
    {
        Origin = "",
        Id = "01JDA5R1V7Q0W3M9K2X4T6B8CE",
        Relation = "barcelona.example",
        Actor = Partner,
        Address = Mahdia.Pole.Origin + "/letter/01JDA5R1V7Q0W3M9K2X4T6B8CE",
        Offer = Mahdia.Pole.Origin + "/activity/01JDA5R1V7Q0W3M9K2X4T6B8CE",
        Text = "Une personne de chez nous s’installe chez vous et cherche un atelier de couture.",
        Language = "fr",
        Written = Mahdia.Clock.GetUtcNow(),
    };

    private static readonly Prose s_prose = new();

    private static PracticeKind Practices => new(Mahdia.Pole, s_prose, PracticeExamples.Story);

    private static PoleProfile Profile => new()
    {
        Name = MultilingualText.Of("ar", "قطب المهدية", ("fr", "Pôle de Mahdia")),
        Line = MultilingualText.Of("ar", "باب واحد.", ("fr", "Une seule porte.")),
        Territory = "TN-53",
        Perimeter = MultilingualText.Of("fr", "Gouvernorat de Mahdia"),
        Languages = ["ar", "fr"],
        Telephone = "+216 00 000 053",
    };

    private static JsonElement Record<TContent>(RecordKind<TContent> kind, TContent content, string key)
        where TContent : class => Sent(Verbs.Create, kind.Write(content, Mahdia.Frame(key)), key).GetProperty("object");

    private static JsonElement Sent(string verb, JsonElement document, string key) =>
        JsonElement.Parse(s_press.Share(verb, Mahdia.Frame(key), document).Activity);

    private static IEnumerable<string> Members(JsonElement document) => document.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> FaultsAsync(string kind, JsonElement document)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "specs", "schemas", kind + ".schema.json"), TestContext.Current.CancellationToken);
        return schema.Validate(document.GetRawText()).Select(fault => fault.ToString());
    }

    private static string Example(string kind) => Path.Combine(Repository.Root, "specs", "examples", kind + ".json");
}
