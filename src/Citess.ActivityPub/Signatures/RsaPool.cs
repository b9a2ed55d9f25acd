using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Citess.ActivityPub.Signatures;

/// <summary>As many handles of one RSA key as threads use it at once: .NET does not promise that one RSA object may be shared.</summary>
internal sealed class RsaPool(RSAParameters key) : IDisposable
{
    private readonly ConcurrentBag<RSA> idle = [];
    private volatile bool isDisposed;

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var rsa = Take();
        try
        {
            return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        finally
        {
            GiveBack(rsa);
        }
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Verify(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public bool VerifyPss(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Verify(data, signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pss);

    public void Dispose()
    {
        isDisposed = true;
        while (idle.TryTake(out var rsa))
        {
            rsa.Dispose();
        }
    }

    private bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        var rsa = Take();
        try
        {
            return rsa.VerifyData(data, signature, hash, padding);
        }
        finally
        {
            GiveBack(rsa);
        }
    }

    private RSA Take()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return idle.TryTake(out var rsa) ? rsa : RSA.Create(key);
    }

    private void GiveBack(RSA rsa)
    {
        idle.Add(rsa);
        if (isDisposed)
        {
            Dispose();
        }
    }
}
