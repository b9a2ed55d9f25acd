using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Identity;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.Poles.Tests.Kernel.Identity;

/// <summary>New keys with new names; old ones stay where what they signed is still read.</summary>
public sealed class KeyRotationTests
{
    private static readonly Uri Origin = new("https://mahdia.example");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void No_key_and_no_name_of_a_key_comes_back()
    {
        var record = Pole.Fresh(time);
        for (var turn = 0; turn < 4; turn++)
        {
            time.Advance(TimeSpan.FromDays(30));
            var before = record;
            record = Pole.Rotated(before, time);
            var fresh = record.Keys.Where(key => key.Retired is null).ToList();
            Assert.Equal(4, fresh.Count);
            Assert.DoesNotContain(fresh, key => before.Keys.Any(old => old.Owner == key.Owner && (old.Name == key.Name || old.Private == key.Private)));
            Assert.All(before.Keys.Where(key => key.Retired is null), old => Assert.Equal(time.GetUtcNow(), record.Keys.Single(key => key.Owner == old.Owner && key.Name == old.Name).Retired));
        }

        // What an Ed25519 key proved is read for ever; an RSA key signed requests alone.
        Assert.Equal(10, record.Keys.Count(key => key.Algorithm == "ed25519"));
        Assert.Equal(4, record.Keys.Count(key => key.Algorithm == "rsa"));
    }

    [Fact]
    public void The_pole_signs_with_the_new_keys_and_shows_the_old_ones_behind_them()
    {
        var fresh = Pole.Fresh(time);
        using var before = new Pole(Origin, fresh);
        time.Advance(TimeSpan.FromHours(1));
        using var after = new Pole(Origin, Pole.Rotated(fresh, time));

        Assert.Equal(after.ActorAddress + "#main-key-2", after.PoleRsa.KeyId);
        Assert.Equal(after.ActorAddress + "#ed25519-key-2", after.PoleSigner.For(KeyAlgorithm.Ed25519)!.KeyId);
        Assert.Equal([after.PoleRsa.KeyId, before.PoleRsa.KeyId], after.PoleKeys.Rsa.Select(key => key.Id));
        Assert.Equal([null, time.GetUtcNow()], after.PoleKeys.Proving.Select(key => key.Retired));
        Assert.Equal([after.PoleEd25519.KeyId], after.PoleKeys.Authenticating.Select(key => key.Id));
        foreach (var (hours, isOurs) in new[] { (-1, true), (1, false) })
        {
            var proved = DataIntegrity.Prove(JsonElement.Parse("{}"), before.PoleEd25519, time.GetUtcNow().AddHours(hours));
            Assert.Equal(isOurs, after.PoleKeys.Proved(JsonElement.Parse(proved), time.GetUtcNow().AddHours(2)));
        }
    }

    [Fact]
    public void Others_read_from_the_document_which_key_is_for_what_and_until_when()
    {
        var fresh = Pole.Fresh(time);
        using var before = new Pole(Origin, fresh);
        using var after = new Pole(Origin, Pole.Rotated(fresh, time));
        var document = Ap.Write(new Actor
        {
            Id = after.ActorAddress,
            Inbox = after.ActorAddress + "/inbox",
            PublicKey = after.PoleKeys.Rsa,
            AssertionMethod = after.PoleKeys.Proving,
            Authentication = after.PoleKeys.Authenticating,
        });
        var actor = RemoteActor.TryRead(Encoding.UTF8.GetBytes(document.GetRawText()), time.GetUtcNow())!;

        Assert.All([after.PoleRsa.KeyId, after.PoleEd25519.KeyId], id => Assert.NotNull(actor.HttpKey(id, time.GetUtcNow().AddYears(1))));
        Assert.NotNull(actor.HttpKey(before.PoleRsa.KeyId, time.GetUtcNow().AddMinutes(59)));
        Assert.Null(actor.HttpKey(before.PoleRsa.KeyId, time.GetUtcNow().AddMinutes(61)));
        Assert.Null(actor.HttpKey(before.PoleEd25519.KeyId, time.GetUtcNow()));
        foreach (var (days, fault) in new (int, ProofFault?)[] { (-1, null), (1, ProofFault.Expired) })
        {
            var proved = DataIntegrity.Prove(JsonElement.Parse("{}"), before.PoleEd25519, time.GetUtcNow().AddDays(days));
            Assert.Equal(fault, actor.FaultOfProof(JsonElement.Parse(proved), time.GetUtcNow().AddDays(2)));
        }
    }
}
