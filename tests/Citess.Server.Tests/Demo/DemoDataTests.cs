using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Directory;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Practices.Fit;
using Citess.Poles.Practices.Reviews;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;
using Citess.Poles.Profile;
using Citess.Poles.Services;
using Citess.Poles.Topics;
using Citess.Server.Demo;
using Citess.Server.Demo.Together;
using Citess.Server.Demo.Voices;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Demo;

public sealed class DemoDataTests : IDisposable
{
    private static readonly string[] Made = ["démonstration", "demostració", "للعرض"];

    private readonly Prose prose = new();
    private readonly Text words;
    private readonly PracticeStory story;

    public DemoDataTests()
    {
        words = new ServiceCollection().AddKit().BuildServiceProvider().GetRequiredService<Text>();
        story = new(words);
    }

    public static TheoryData<string> Names => [.. DemoPoles.All.Select(demo => demo.Name)];

    [Fact]
    public void No_two_records_of_any_pole_have_the_same_id()
    {
        var ids = DemoPoles.All.SelectMany(Ids).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.True(RecordKey.TryRecord("actor", id, out _), id));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_record_keeps_the_rules_of_its_kind(string name)
    {
        var demo = Demo(name);

        Assert.All(demo.Actors, actor => Assert.Empty(new SseActorKind(prose).Check(actor.Content)));
        Assert.All(demo.Services, service => Assert.Empty(new ServiceKind(prose).Check(service.Content)));
        Assert.All(demo.Concepts, concept => Assert.Empty(new OwnConceptKind(prose).Check(concept.Content)));
        using var pole = new Pole(new("https://demo.example"), Pole.Fresh(TimeProvider.System));
        Assert.All(demo.Practices, practice => Assert.Empty(new PracticeKind(pole, prose, story).Check(practice.Content)));
        var until = Proposal.LastDay(TimeProvider.System.GetUtcNow());
        Assert.All(demo.Offers, offer => Assert.Empty(new OfferingKind(prose, TimeProvider.System).Check(offer.Content with { Until = until })));
        Assert.All(demo.Wants, want => Assert.Empty(new WantKind(prose, TimeProvider.System).Check(want.Content with { Until = until })));
        Assert.All(demo.Calls, call => Assert.Empty(new CallKind(prose, words, pole).Check(call.Content with { Deadline = "2027-01-01T17:00" })));
        Assert.All(demo.Candidates, candidate => Assert.Empty(ConsortiumRules.Check(candidate.Draft)));
        Assert.Empty(new ProfileKind(pole, prose).Check(demo.Profile));
        Assert.True(demo.Profile.IsDemo);
    }

    [Theory, MemberData(nameof(Names))]
    public void Some_of_what_must_be_in_place_is_some_is_not_and_each_note_says_that_it_is_made_up(string name)
    {
        var demo = Demo(name);

        Assert.Empty(FitRules.Check(demo.Fit));
        Assert.Superset(new HashSet<Presence>([Presence.InPlace, Presence.Partly, Presence.Missing]), demo.Fit.Select(reply => reply.Presence).ToHashSet());
        Assert.InRange(demo.Fit.Count, 8, 14);
        Assert.All(demo.Fit.Where(reply => reply.Note.Length > 0), reply => Assert.Contains(Made, word => reply.Note.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(Names))]
    public void What_a_pole_says_keeps_the_rules_of_its_kind(string name)
    {
        using var pole = new Pole(new("https://demo.example"), Pole.Fresh(TimeProvider.System));

        Assert.All(Demo(name).Voices, voice => Assert.Empty(Problems(voice, Heard(name, voice), pole)));
    }

    [Fact]
    public void Whatever_is_said_is_about_a_practice_of_the_demo_or_about_what_is_said_of_one()
    {
        var there = DemoPoles.All.SelectMany(demo => Ids(demo).Select(id => (demo.Name, id))).ToHashSet();

        Assert.All(DemoPoles.All.SelectMany(demo => demo.Voices), voice => Assert.Contains((voice.About.Pole, RecordKey.Parse(voice.About.Key).Id), there));
    }

    [Theory, MemberData(nameof(Names))]
    public void There_is_enough_to_look_at(string name)
    {
        var demo = Demo(name);

        Assert.True(demo.Offers.Count >= 1 && demo.Wants.Count >= 1);
        Assert.True(demo.Actors.Count >= 6 && demo.Services.Count >= 5 && demo.Practices.Count >= 4);
        Assert.Contains(demo.Practices, practice => practice.Audience == Audience.Public);
        Assert.Contains(demo.Services, service => service.Content.Status == ServiceStatus.Active && service.Content.Telephone.Length > 0);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_text_is_in_both_languages_of_the_pole(string name)
    {
        var demo = Demo(name);
        string[] languages = [.. demo.Profile.Name.Texts.Keys];

        Assert.Equal(2, languages.Length);
        Assert.All(Texts(demo).Where(text => !text.IsEmpty), text => Assert.Superset(languages.ToHashSet(StringComparer.Ordinal), text.Texts.Keys.ToHashSet(StringComparer.Ordinal)));
        Assert.All(Texts(demo).SelectMany(text => text.Texts.Values), text => Assert.NotEqual("", text.Text.Trim()));
    }

    [Fact]
    public void The_call_of_Mahdia_shows_what_is_in_and_what_is_missing()
    {
        var demo = Demo("mahdia");
        var now = TimeProvider.System.GetUtcNow();
        var consortium = demo.Candidates.Aggregate(new Consortium(), (held, each) => held.Put(each.Id, each.Draft, 0, "", now));
        var state = CallState.Of(demo.Calls[0].Content, consortium.Candidates, now);

        Assert.Equal((2, 3), (state.Committed.Length, consortium.Candidates.Length));
        Assert.Equal(["public-body", "university"], state.Missing.Select(need => need.Need.Role));
        Assert.All(demo.Calls, call => Assert.Contains(Made, word => call.Content.Title.SourceText.Contains(word, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_practice_says_where_it_comes_from(string name) =>
        Assert.All(Demo(name).Practices, practice => Assert.Matches("(Source|المصدر|Font|Fuente|Idea|démonstration)", practice.Content.Credit));

    [Theory, MemberData(nameof(Names))]
    public void Every_offer_and_want_says_that_it_is_made_up_and_is_about_concepts(string name)
    {
        Assert.All(Proposals(Demo(name)), proposal => Assert.All(proposal.Title.Texts.Values, text => Assert.Contains([.. Made, "demostración"], word => text.Text.Contains(word, StringComparison.Ordinal))));
        Assert.All(Proposals(Demo(name)), proposal => Assert.All(proposal.Concepts, code => Assert.True(Thesaurus.Built.HasCode(code), code)));
        Assert.All(Proposals(Demo(name)), proposal => Assert.InRange(proposal.Concepts.Length, 1, Proposal.MaxConcepts));
    }

    [Theory, MemberData(nameof(Names))]
    public void Nobody_real_can_be_called_or_written_to_by_mistake(string name)
    {
        var demo = Demo(name);
        var numbers = demo.Actors.Select(actor => actor.Content.Telephone).Concat(demo.Services.Select(service => service.Content.Telephone)).Concat(Proposals(demo).Select(proposal => proposal.Contact)).Append(demo.Profile.Telephone).Concat(demo.Candidates.Select(candidate => candidate.Draft.Contact?.Telephone ?? ""));

        Assert.All(numbers.Where(number => number.Length > 0), number => Assert.Matches(@"^\+(216 00|34 000) ", number));
        Assert.All(demo.Actors.Where(actor => actor.Content.Email.Length > 0), actor => Assert.EndsWith("@example.org", actor.Content.Email, StringComparison.Ordinal));
        Assert.All(demo.Candidates.Select(candidate => candidate.Draft.Contact?.Email ?? "").Where(address => address.Length > 0), address => Assert.EndsWith("@example.org", address, StringComparison.Ordinal));
        Assert.All(demo.Actors.Where(actor => actor.Content.Telephone.Length > 0), actor => Assert.Contains(Made, word => actor.Content.Name.SourceText.Contains(word, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_giver_of_a_service_is_in_the_directory_and_no_more_hidden_than_the_service(string name)
    {
        var demo = Demo(name);
        var actors = demo.Actors.ToDictionary(actor => "actor/" + actor.Id, actor => actor.Audience, StringComparer.Ordinal);

        Assert.All(demo.Services.Where(service => service.Content.Provider.Length > 0), service => Assert.True(actors[service.Content.Provider] >= service.Audience));
    }

    public void Dispose() => prose.Dispose();

    private static DemoPole Demo(string name) => DemoPoles.All.Single(demo => demo.Name == name);

    private static IEnumerable<string> Ids(DemoPole demo) =>
        demo.Actors.Select(actor => actor.Id).Concat(demo.Services.Select(service => service.Id)).Concat(demo.Practices.Select(practice => practice.Id)).Concat(demo.Offers.Select(offer => offer.Id)).Concat(demo.Wants.Select(want => want.Id)).Concat(demo.Calls.Select(call => call.Id)).Concat(demo.Candidates.Select(candidate => candidate.Id)).Concat(demo.Concepts.Select(concept => concept.Id))
            .Concat(demo.Voices.Where(voice => voice is not DemoEdit).Select(voice => voice.Id)).Concat(Caravan.Steps.Where(step => step.Pole == demo.Name).Select(step => step.Id));

    private static IEnumerable<Proposal> Proposals(DemoPole demo) => [.. demo.Offers.Select(offer => offer.Content), .. demo.Wants.Select(want => want.Content)];

    private static DemoHeard Heard(string name, IDemoVoice voice) => new(
        voice.About.Pole == name ? new() { Key = voice.About.Key } : new() { Origin = "https://other.example", Key = voice.About.Key, Owner = "https://other.example/pole/1" },
        Revision: 1,
        "https://other.example");

    private IEnumerable<FieldProblem> Problems(IDemoVoice voice, DemoHeard heard, Pole pole) => voice switch
    {
        DemoVoice<Adoption> adoption => new AdoptionKind(pole, prose, words).Check(adoption.Content(heard)),
        DemoVoice<Review> review => new ReviewKind(pole, prose, words).Check(review.Content(heard)),
        DemoVoice<Translation> translation => new TranslationKind(pole, prose).Check(translation.Content(heard)),
        DemoVoice<Decision> decision => new DecisionKind(pole, prose, words).Check(decision.Content(heard)),
        DemoVoice<Note> note => new NoteKind(pole, prose).Check(note.Content(heard)),
        DemoVoice<PracticeCollection> collection => new CollectionKind(pole, prose).Check(collection.Content(heard)),
        DemoVoice<Practice> practice => new PracticeKind(pole, prose, story).Check(practice.Content(heard)),
        DemoEdit edit => new PracticeKind(pole, prose, story).Check(edit.Change(DemoPoles.All.SelectMany(demo => demo.Practices).Single(practice => practice.Id == edit.Id).Content, heard)),
        _ => throw new ArgumentOutOfRangeException(nameof(voice)),
    };

    private static IEnumerable<MultilingualText> Texts(DemoPole demo) =>
    [
        demo.Profile.Name, demo.Profile.Line, demo.Profile.About, demo.Profile.Perimeter,
        .. Proposals(demo).SelectMany(proposal => new[] { proposal.Title, proposal.Text }),
        .. demo.Actors.SelectMany(actor => new[] { actor.Content.Name, actor.Content.Line, actor.Content.About }),
        .. demo.Services.SelectMany(service => new[] { service.Content.Name, service.Content.Line, service.Content.About, service.Content.Eligibility, service.Content.Application, service.Content.Fees, service.Content.WaitTime }),
        .. demo.Calls.SelectMany(call => new[] { call.Content.Title, call.Content.Line, call.Content.About }),
        .. demo.Candidates.Select(candidate => candidate.Draft.Tasks),
        .. demo.Practices.SelectMany(practice => PracticeKind.Texts(practice.Content).Prepend(practice.Content.Line).Prepend(practice.Content.Title)),
    ];
}
