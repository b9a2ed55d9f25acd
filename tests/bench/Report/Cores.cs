using System.Diagnostics;
using System.Globalization;
using System.Text;
using Citess.ActivityPub.Signatures;

namespace Citess.Bench.Report;

/// <summary>What one core could do of signatures if it did nothing else: the ceiling over all that is signed or verified.</summary>
internal static class Cores
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(0.5);

    public static string Measure()
    {
        var data = Encoding.UTF8.GetBytes(new string('x', 300));
        using var rsa = RsaKeyPair.Create("https://pole.example/#rsa");
        using var ed25519 = Ed25519KeyPair.Create("https://pole.example/#ed25519");
        var ofRsa = VerificationKey.FromPem(rsa.KeyId, "", rsa.PublicPem)!;
        var ofEd25519 = VerificationKey.FromMultibase(ed25519.KeyId, "", ed25519.PublicMultibase)!;
        var (byRsa, byEd25519) = (rsa.Sign(data), ed25519.Sign(data));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"In a second one core verifies {PerSecond(() => ofRsa.Verify(data, byRsa)):N0} RSA-2048 or {PerSecond(() => ofEd25519.Verify(data, byEd25519)):N0} Ed25519, and signs {PerSecond(() => rsa.Sign(data)):N0} RSA-2048 or {PerSecond(() => ed25519.Sign(data)):N0} Ed25519.");
    }

    private static double PerSecond(Action once)
    {
        var (count, watch) = (0, Stopwatch.StartNew());
        for (; watch.Elapsed < Long; count++)
        {
            once();
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
