using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Practices.Contributing;
using Citess.Poles.Practices.Export;
using Citess.Poles.Practices.Fit;
using Citess.Poles.Practices.Lineage;
using Citess.Poles.Practices.Overview;
using Citess.Poles.Practices.Reviews;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;
using Citess.Poles.Practices.Versions;
using Citess.Poles.Practices.Visitors;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Practices;

/// <summary>What this pole learned, written so that others can do it.</summary>
public static class PracticesFeature
{
    public static IServiceCollection AddPractices(this IServiceCollection services) => services
        .AddSingleton<PracticeStory>()
        .AddSingleton<PracticeFiles>()
        .AddSingleton<VersionDesk>()
        .AddSingleton<References>()
        .AddSingleton<Decisions>()
        .AddSingleton<DecisionDesk>()
        .AddSingleton<Conversations>()
        .AddSingleton<VisitorDesk>()
        .AddSingleton<Lineages>()
        .AddSingleton<Overviews>()
        .AddSingleton<AdoptionsOf>()
        .AddSingleton<FitDesk>()
        .AddSingleton<ExportDesk>()
        .AddSingleton<PracticeTable>()
        .AddSingleton<CollectionDesk>()
        .AddRecords<Practice, PracticeKind>()
        .AddContributions<Adoption, AdoptionKind>()
        .AddContributions<Review, ReviewKind>()
        .AddContributions<Translation, TranslationKind>()
        .AddContributions<Decision, DecisionKind>()
        .AddContributions<Note, NoteKind>()
        .AddRecords<PracticeCollection, CollectionKind>()
        .AddNav(new("practices", "nav.practices", 20));

    public static void MapPractices(this IEndpointRouteBuilder routes)
    {
        routes.MapRecords<Practice>("practices");
        OverviewFiles.Map(routes);
        routes.MapRecords<Adoption>("adoptions");
        routes.MapRecords<Review>("reviews");
        routes.MapRecords<Translation>("translations");
        routes.MapRecords<Decision>("decisions");
        routes.MapRecords<Note>("notes");
        routes.MapRecords<PracticeCollection>("collections");
        FitEndpoints.Map(routes);
        ExportEndpoints.Map(routes);
    }
}
