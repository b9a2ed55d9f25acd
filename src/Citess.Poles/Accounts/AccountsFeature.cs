using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Citess.Poles.Accounts;

/// <summary>People and programs of this pole: who may come in, and what each may do.</summary>
public static class AccountsFeature
{
    /// <summary>Needs <see cref="IAccountRows"/> from the storage, and the cookie and token schemes from the host.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton<ILookupNormalizer, AccountNames>();
        services.AddIdentityCore<Account>(Rules)
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountPrincipal>()
            .AddUserConfirmation<EnabledAccounts>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<IAccountRows>());
        services.AddScoped<ISecurityStampValidator, SessionCheck>();
        services.AddSingleton<IPasswordHasher<ApiClient>, PasswordHasher<ApiClient>>();

        // As OWASP advises for PBKDF2 with SHA-512; Identity's own default is half of it.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddSingleton(_ => new Turns());
        services.AddSingleton<AdminCode>();
        services.AddSingleton<SettingUp>();
        services.AddSingleton<ProgramDesk>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<PeopleDesk>();
        services.AddScoped<FormRepeat>();
        services.AddScoped<InvitationDesk>();
        services.AddScoped<SetUpDesk>();
        services.AddScoped<OwnAccountDesk>();
        services.AddHostedService<FirstCode>();
        services.Configure<LayoutOptions>(layout => (layout.SignIn, layout.SignOut, layout.Account) = ("sign-in", "sign-out", "account"));
        return services.AddNav(new("people", "nav.people", 80, Roles.Administrator));
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        AccountEndpoints.Map(routes);
        InvitationEndpoints.Map(routes);
        ProgramEndpoints.Map(routes);
        PageActions.Map(routes);
    }

    private static void Rules(IdentityOptions identity)
    {
        // AccountCheck says what a name and a password may be; these hold where it is not asked.
        identity.User.AllowedUserNameCharacters = "";
        identity.Password = new() { RequiredLength = AccountCheck.MinPassword, RequiredUniqueChars = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        identity.Lockout = new() { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10) };
        identity.SignIn.RequireConfirmedAccount = true;
    }
}
