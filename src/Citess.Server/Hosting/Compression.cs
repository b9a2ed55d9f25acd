using System.IO.Compression;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Vocabulary;
using Microsoft.AspNetCore.ResponseCompression;

namespace Citess.Server.Hosting;

/// <summary>
/// Pages reach a cheap phone in a fifth of their size. Gzip alone: Brotli made while the reader waits takes longer than it
/// saves. Over https too: no secret of a page is the same twice, so its length tells nothing (BREACH).
/// </summary>
internal static class Compression
{
    public static void AddCompression(this WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, Ap.MediaType, Jrd.MediaType, "application/problem+json", "image/svg+xml"];
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.SmallestSize);
    }
}
