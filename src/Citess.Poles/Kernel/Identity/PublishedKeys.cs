using System.Text.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.Poles.Kernel.Identity;

/// <summary>The public keys of an actor of ours as its document lists them, the current ones first, each retired one with the time until which it signed.</summary>
public sealed record PublishedKeys(IReadOnlyList<PublicKeyPem> Rsa, IReadOnlyList<Multikey> Proving)
{
    /// <summary>How long a retired RSA key is still shown: it signed requests only, and none lives longer than an hour.</summary>
    public static readonly TimeSpan RsaOverlap = TimeSpan.FromDays(7);

    /// <summary>For HTTP signatures, FEP-521a: the Ed25519 key in use alone.</summary>
    public IReadOnlyList<Multikey> Authenticating => [Proving[0]];

    /// <summary>True for what we proved ourselves, with whichever of our keys before it was retired.</summary>
    public bool Proved(JsonElement document, DateTimeOffset now) =>
        DataIntegrity.VerificationMethod(document) is { } method && Proving.FirstOrDefault(key => key.Id == method) is { } key
        && DataIntegrity.Verify(document, VerificationKey.FromMultibase(method, key.Controller!, key.PublicKeyMultibase!)!, now, key.Retired) is null;

    internal static PublishedKeys Of(NodeRecord record, KeyOwner owner, string actor)
    {
        var keys = record.Keys.Where(key => key.Owner == owner && key.Revoked is null).OrderBy(key => key.Retired is not null).ThenByDescending(key => key.Created).ToList();
        return new([.. keys.Where(key => key.Algorithm == "rsa").Select(Pem)], [.. keys.Where(key => key.Algorithm == "ed25519").Select(Multi)]);

        PublicKeyPem Pem(NodeKey key)
        {
            using var rsa = RsaKeyPair.Import(actor + "#" + key.Name, key.Private);
            return new() { Id = rsa.KeyId, Owner = actor, Pem = rsa.PublicPem, Retired = key.Retired };
        }

        Multikey Multi(NodeKey key)
        {
            using var ed25519 = Ed25519KeyPair.Import(actor + "#" + key.Name, key.Private);
            return new() { Id = ed25519.KeyId, Controller = actor, PublicKeyMultibase = ed25519.PublicMultibase, Retired = key.Retired };
        }
    }
}
