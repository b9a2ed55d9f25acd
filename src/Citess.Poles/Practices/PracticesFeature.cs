using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices.Export;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Practices;

/// <summary>What this pole learned, written so that others can do it.</summary>
public static class PracticesFeature
{
    public static IServiceCollection AddPractices(this IServiceCollection services) => services
        .AddSingleton<PracticeStory>()
        .AddSingleton<ExportDesk>()
        .AddSingleton<PracticeTable>()
        .AddRecords<Practice, PracticeKind>()
        .AddNav(new("practices", "nav.practices", 20));

    public static void MapPractices(this IEndpointRouteBuilder routes)
    {
        routes.MapRecords<Practice>("practices");
        ExportEndpoints.Map(routes);
    }
}
