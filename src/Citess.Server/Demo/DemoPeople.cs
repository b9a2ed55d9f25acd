using Citess.Poles.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Citess.Server.Demo;

/// <summary>Under which id the people of a demo pole speak.</summary>
internal sealed class DemoPeople(IServiceScopeFactory scopes)
{
    public async Task<string> IdOfAsync(string userName)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(userName))?.Id
            ?? throw new InvalidOperationException($"There is no account {userName} any more.");
    }
}
