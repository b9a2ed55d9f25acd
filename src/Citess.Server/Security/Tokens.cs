using System.Security.Cryptography;
using Citess.ActivityPub.Fetching;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;

namespace Citess.Server.Security;

/// <summary>
/// Tokens of programs: client credentials alone (RFC 6749, 4.4), for the degraded mode has no protection against replay of
/// codes and so must give out none. Half an hour each; a withdrawn program's tokens end at once.
/// </summary>
internal static class Tokens
{
    public const string Endpoint = "/api/token";
    public const string RoleClaim = "role";
    public const string NameClaim = "name";

    /// <summary>RFC 9068: an identity token or any other JWT that this key might sign one day is no access token.</summary>
    private const string AccessTokenType = "at+jwt";

    public static void AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<TokenKey>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenKey>());
        services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode()
                .AllowClientCredentialsFlow()
                .SetTokenEndpointUris(Endpoint)
                .SetAccessTokenLifetime(TimeSpan.FromMinutes(30))
                .DisableAccessTokenEncryption()

                // Asked for by the library, used by nothing: access tokens are signed and not encrypted, and there are no others.
                // Its own kind of such a key is one of RSA, whose making holds up the first request of a process for seconds.
                .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));

            // Whether TLS ends here or at a proxy is said by the configured origin, and not by what a request looks like.
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseScopedHandler<ProgramProof>());
            server.AddEventHandler<OpenIddictServerEvents.HandleTokenRequestContext>(handler => handler.UseSingletonHandler<ProgramToken>());
        });
        services.AddOptions<OpenIddictServerOptions>().Configure<Origin, TokenKey>((options, origin, key) =>
        {
            options.Issuer = new Uri(origin.Url);
            options.SigningCredentials.Add(new(key.Value, SecurityAlgorithms.EcdsaSha256));
        });
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<Origin, TokenKey, TimeProvider>(Configure);
    }

    private static void Configure(JwtBearerOptions options, Origin origin, TokenKey key, TimeProvider clock)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = new Uri(origin.Url).AbsoluteUri,
            ValidAudience = origin.Url,
            IssuerSigningKey = key.Value,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = [AccessTokenType],
            RoleClaimType = RoleClaim,
            NameClaimType = NameClaim,

            // One process made them, one clock reads them.
            LifetimeValidator = (from, until, _, _) => until > clock.GetUtcNow().UtcDateTime && (from is null || from <= clock.GetUtcNow().UtcDateTime.AddSeconds(30)),
        };
        options.Events = new ApiEvents();
    }
}
