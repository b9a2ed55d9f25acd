using Citess.Poles.Kernel;
using Microsoft.AspNetCore.OpenApi;

namespace Citess.Server.Hosting;

/// <summary>What the API's own description says of itself.</summary>
internal static class OpenApiDocument
{
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "CitESS pole";
        document.Info.Version = ThisAssembly.Version;
        document.Info.Description = "Records of a pole and its partners. Reading what is public needs no token; POST /api/token gives one to a program of the pole.";

        // The address of the one pole that wrote the file says nothing to its reader.
        document.Servers = [];
        return Task.CompletedTask;
    });
}
