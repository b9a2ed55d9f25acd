using System.Security.Cryptography;
using Citess.Poles.Accounts;
using Microsoft.IdentityModel.Tokens;

namespace Citess.Server.Security;

/// <summary>
/// The key that signs tokens. It lies in the database, so that every process of the pole signs with the same one and a
/// restart ends no token.
/// </summary>
internal sealed class TokenKey(IAccountRows rows) : IHostedService, IDisposable
{
    private const string Name = "token-signing-key";
    private ECDsa? key;

    public ECDsaSecurityKey Value => field ??= new(key ?? throw new InvalidOperationException("The key is read at start.")) { KeyId = Id(key!) };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var pem = await rows.SecretAsync(Name, Fresh, cancellationToken);
        key = ECDsa.Create();
        key.ImportFromPem(pem);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => key?.Dispose();

    private static string Fresh()
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return fresh.ExportPkcs8PrivateKeyPem();
    }

    private static string Id(ECDsa key) => Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 9).ToArray());
}
