using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Layout;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Profile;

/// <summary>Who this pole is.</summary>
public static class ProfileFeature
{
    public static IServiceCollection AddProfile(this IServiceCollection services) => services
        .AddRecords<PoleProfile, ProfileKind>()
        .AddSingleton<Profiles>()
        .AddHostedService<ProfileRenewal>()
        .AddScoped<IPoleFace, ProfileFace>()
        .AddNav(new("today", "nav.today", 10, NavItem.SignedIn));

    public static void MapProfile(this IEndpointRouteBuilder routes) => routes.MapRecords<PoleProfile>("poles");
}
