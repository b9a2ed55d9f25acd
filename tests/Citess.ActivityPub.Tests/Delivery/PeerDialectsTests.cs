using System.Text.Json;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Tests.Inbox;
using Citess.ActivityPub.Vocabulary;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.ActivityPub.Tests.Delivery;

public sealed class PeerDialectsTests
{
    private static readonly Origin Barcelona = Notebook.Host("https://barcelona.example");
    private static readonly ActorSigner Both = new(Pole.Mahdia.Key, Pole.Mahdia.Proof);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly Notebook notes = new();
    private readonly PeerDialects dialects;

    public PeerDialectsTests() => dialects = new(notes, time);

    private ValueTask<SignatureDialect> Chosen(ISigner? signer = null) => dialects.ChooseAsync(Barcelona, signer ?? Both);

    [Fact]
    public async Task An_unknown_host_gets_draft_cavage() => Assert.Equal(SignatureDialect.Cavage, await Chosen());

    [Theory]
    [InlineData("""{"generator":{"type":"Application","implements":[{"href":"https://datatracker.ietf.org/doc/html/rfc9421","name":"x"}]}}""", SignatureDialect.Rfc9421Rsa)]
    [InlineData("""{"generator":{"type":"Application","implements":[{"href":"https://datatracker.ietf.org/doc/html/rfc9421"},{"href":"https://datatracker.ietf.org/doc/html/rfc9421#name-eddsa-using-curve-edwards25"}]}}""", SignatureDialect.Rfc9421Ed25519)]
    [InlineData("""{"implements":["https://datatracker.ietf.org/doc/html/rfc9421"]}""", SignatureDialect.Rfc9421Rsa)]
    [InlineData("""{"implements":{"type":"Link","href":"https://datatracker.ietf.org/doc/html/rfc9421#name-eddsa-using-curve-edwards25"}}""", SignatureDialect.Rfc9421Ed25519)]
    [InlineData("""{"generator":[{"implements":"https://datatracker.ietf.org/doc/html/rfc9421"}]}""", SignatureDialect.Rfc9421Rsa)]
    [InlineData("""{"generator":"https://barcelona.example/server","implements":[{"href":"https://mallory.example/rfc9421"}]}""", SignatureDialect.Cavage)]
    [InlineData("""{"generator":7,"implements":true}""", SignatureDialect.Cavage)]
    public async Task What_an_actor_says_of_its_software_is_believed(string json, SignatureDialect dialect)
    {
        await dialects.ShownByAsync(Barcelona, Ap.Read<Actor>(JsonElement.Parse(json))!);
        Assert.Equal(dialect, await Chosen());
    }

    [Fact]
    public async Task What_we_say_of_ourselves_is_what_we_would_believe()
    {
        var actor = Ap.Write(new Actor { Id = Pole.Mahdia.Id, Generator = new() { Id = "https://mahdia.example/server", Implements = Capabilities.Ours } });
        Assert.Equal(
            """{"type":"Application","id":"https://mahdia.example/server","implements":[{"type":"Link","href":"https://datatracker.ietf.org/doc/html/rfc9421","name":"RFC-9421: HTTP Message Signatures"},{"type":"Link","href":"https://datatracker.ietf.org/doc/html/rfc9421#name-eddsa-using-curve-edwards25","name":"RFC-9421 signatures using the Ed25519 algorithm"}]}""",
            actor.GetProperty("generator").GetRawText());
        await dialects.ShownByAsync(Barcelona, Ap.Read<Actor>(actor)!);
        Assert.Equal(SignatureDialect.Rfc9421Ed25519, await Chosen());
    }

    [Fact]
    public async Task More_is_learned_and_less_is_not()
    {
        await dialects.ShownAsync(Barcelona, SignatureDialect.Rfc9421Rsa);
        await dialects.ShownAsync(Barcelona, SignatureDialect.Rfc9421Ed25519);
        await dialects.ShownAsync(Barcelona, SignatureDialect.Rfc9421Rsa);
        await dialects.ShownAsync(Barcelona, SignatureDialect.Cavage);
        Assert.Equal(SignatureDialect.Rfc9421Ed25519, await Chosen());
        Assert.Equal(SignatureDialect.Cavage, await dialects.ChooseAsync(Notebook.Host("https://sidi-bouzid.example"), Both));
    }

    [Fact]
    public async Task Who_has_no_Ed25519_key_signs_with_RSA()
    {
        await dialects.ShownAsync(Barcelona, SignatureDialect.Rfc9421Ed25519);
        Assert.Equal(SignatureDialect.Rfc9421Rsa, await Chosen(Pole.Mahdia.Key));
    }

    [Fact]
    public async Task What_is_shown_again_and_again_is_written_once_a_day_and_forgotten_30_days_after_the_last_time()
    {
        for (var hour = 0; hour < 48; hour++)
        {
            await dialects.ShownAsync(Barcelona, SignatureDialect.Rfc9421Ed25519);
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, notes.Written);
        time.Advance(TimeSpan.FromDays(28));
        Assert.Equal(SignatureDialect.Rfc9421Ed25519, await Chosen());
        time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(SignatureDialect.Cavage, await Chosen());
    }

    [Fact]
    public async Task A_host_that_refused_what_it_shows_gets_what_it_took_for_a_week()
    {
        await dialects.SettledAsync(Barcelona, SignatureDialect.Rfc9421Ed25519, SignatureDialect.Cavage);
        await dialects.ShownAsync(Barcelona, SignatureDialect.Rfc9421Ed25519);
        Assert.Equal(SignatureDialect.Cavage, await Chosen());
        time.Advance(TimeSpan.FromDays(7));
        await dialects.ShownAsync(Barcelona, SignatureDialect.Rfc9421Ed25519);
        Assert.Equal(SignatureDialect.Rfc9421Ed25519, await Chosen());
    }

    [Fact]
    public async Task A_host_that_took_more_than_the_first_knock_may_still_show_more()
    {
        await dialects.SettledAsync(Barcelona, SignatureDialect.Cavage, SignatureDialect.Rfc9421Rsa);
        await dialects.ShownAsync(Barcelona, SignatureDialect.Rfc9421Ed25519);
        Assert.Equal(SignatureDialect.Rfc9421Ed25519, await Chosen());
    }

    [Theory]
    [InlineData(SignatureDialect.Cavage, null, SignatureDialect.Rfc9421Rsa)]
    [InlineData(SignatureDialect.Cavage, "sig1=(\"@method\" \"@target-uri\");created;alg=\"ed25519\"", SignatureDialect.Rfc9421Ed25519)]
    [InlineData(SignatureDialect.Cavage, "sig1=(\"@method\" \"@target-uri\");created", SignatureDialect.Rfc9421Ed25519)]
    [InlineData(SignatureDialect.Cavage, "sig1=(\"@method\");alg=\"ecdsa-p256-sha256\"", SignatureDialect.Rfc9421Rsa)]
    [InlineData(SignatureDialect.Cavage, "not a dictionary", SignatureDialect.Rfc9421Rsa)]
    [InlineData(SignatureDialect.Rfc9421Rsa, null, SignatureDialect.Cavage)]
    [InlineData(SignatureDialect.Rfc9421Ed25519, null, SignatureDialect.Cavage)]
    [InlineData(SignatureDialect.Rfc9421Ed25519, "sig1=(\"@method\");alg=\"rsa-v1_5-sha256\"", SignatureDialect.Rfc9421Rsa)]
    [InlineData(SignatureDialect.Rfc9421Ed25519, MessageSignatures.Wanted, null)]
    [InlineData(SignatureDialect.Rfc9421Rsa, MessageSignatures.Wanted, null)]
    public void The_second_knock_is_in_the_other_dialect_or_in_the_one_asked_for(SignatureDialect tried, string? asked, SignatureDialect? other) =>
        Assert.Equal(other, dialects.Other(Barcelona, tried, asked is null ? [] : [asked], Both));

    [Fact]
    public void Who_refused_both_is_knocked_at_once_for_an_hour()
    {
        dialects.RefusedBoth(Barcelona);
        Assert.Null(dialects.Other(Barcelona, SignatureDialect.Cavage, [], Both));
        Assert.NotNull(dialects.Other(Notebook.Host("https://sidi-bouzid.example"), SignatureDialect.Cavage, [], Both));
        time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(dialects.Other(Barcelona, SignatureDialect.Cavage, [], Both));
    }
}
