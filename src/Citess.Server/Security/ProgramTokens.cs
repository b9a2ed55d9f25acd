using System.Security.Claims;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Accounts;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Citess.Server.Security;

/// <summary>Asks for the program's secret; one answer for whatever is wrong with it.</summary>
internal sealed class ProgramProof(ProgramDesk programs) : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    /// <summary>Name under which the proven program waits for its token.</summary>
    public const string Proven = "citess.program";

    public async ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if (await programs.ProveAsync(context.ClientId, context.ClientSecret, context.CancellationToken) is { } program)
        {
            context.Transaction.SetProperty(Proven, program);
            return;
        }

        context.Reject(OpenIddictConstants.Errors.InvalidClient, "No program has this id and secret.");
    }
}

/// <summary>Writes the token of a program that was proven.</summary>
internal sealed class ProgramToken(Origin origin) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        var program = context.Transaction.GetProperty<ApiClient>(ProgramProof.Proven) ?? throw new InvalidOperationException("A token is for a program that was proven.");
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Tokens.NameClaim, Tokens.RoleClaim);
        identity.AddClaim(new(OpenIddictConstants.Claims.Subject, program.ClientId));
        identity.AddClaim(new(Tokens.NameClaim, program.Name));
        identity.AddClaim(new(Tokens.RoleClaim, program.Role));
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetAudiences(origin.Url);
        context.SignIn(principal);
        return ValueTask.CompletedTask;
    }
}
