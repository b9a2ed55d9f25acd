using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Topics;

/// <summary>What people know, do, need and have: the thesaurus to read, and concepts that a pole adds to it.</summary>
public static class TopicsFeature
{
    public static IServiceCollection AddTopics(this IServiceCollection services) => services.AddRecords<OwnConcept, OwnConceptKind>();

    public static void MapTopics(this IEndpointRouteBuilder routes)
    {
        routes.MapRecords<OwnConcept>("own-concepts");
        ConceptEndpoints.Map(routes);
    }
}
