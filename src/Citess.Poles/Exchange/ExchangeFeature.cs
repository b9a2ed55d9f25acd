using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Exchange.Elsewhere;
using Citess.Poles.Exchange.Fitting;
using Citess.Poles.Exchange.Fitting.Aside;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network.Incoming;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Exchange;

/// <summary>What poles can give each other and what they look for, and how they agree on it.</summary>
public static class ExchangeFeature
{
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddRecords<Offering, OfferingKind>()
        .AddRecords<Want, WantKind>()
        .AddSingleton<MatchRoom>()
        .AddSingleton<AsideDesk>()
        .AddSingleton<Proposals>()
        .AddSingleton<IRecordKind, AgreementListing>()
        .AddSingleton<ElsewhereDesk>()
        .AddSingleton<AgreementDesk>()
        .AddSingleton<IFurtherMatter, AgreementLetters>()
        .AddNav(new("offers", "exchange.nav", 25));

    public static void MapExchange(this IEndpointRouteBuilder routes)
    {
        ExchangeEndpoints.Map(routes);
        AgreementEndpoints.Map(routes);
    }
}
