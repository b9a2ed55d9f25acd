using System.Globalization;
using System.Threading.RateLimiting;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Network.Incoming;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Citess.Server.Security;

/// <summary>
/// Limits in a row: doors by address before anything costly is done, what verifies signatures likewise (<see cref="SignedLimit"/>),
/// the API by program once it is known. Doors go by path, so that no new page behind one can forget it.
/// </summary>
internal static class Limits
{
    private static readonly PathString[] Doors = ["/sign-in", "/set-up", "/way-back", "/invitation", "/account", "/calls", Tokens.Endpoint];

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddSingleton<SignedShare>();
        builder.Services.AddOptions<LimitsOptions>().BindConfiguration("Citess:Limits").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => Allowance(services.GetRequiredService<IOptions<LimitsOptions>>().Value));
    }

    private static AllowanceOptions Allowance(LimitsOptions limits) => new() { IsOn = limits.Enabled, PartnerLetters = limits.Partner };

    public static void UseDoorLimits(this IApplicationBuilder app) => app.UseRateLimiter(Options(app, Door));

    public static void UseApiLimits(this IApplicationBuilder app) => app.UseRateLimiter(Options(app, Api));

    private static RateLimiterOptions Options(IApplicationBuilder app, Func<HttpContext, LimitsOptions, RateLimitPartition<string>> by)
    {
        var limits = app.ApplicationServices.GetRequiredService<IOptions<LimitsOptions>>().Value;
        return new()
        {
            RejectionStatusCode = StatusCodes.Status429TooManyRequests,
            OnRejected = RejectAsync,
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => limits.Enabled ? by(http, limits) : Free()),
        };
    }

    private static RateLimitPartition<string> Door(HttpContext http, LimitsOptions limits)
    {
        // Not by the sender that a signature names: before it is verified, anybody could use up a partner's share by its name.
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return Free();
        }

        foreach (var door in Doors)
        {
            if (http.Request.Path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase))
            {
                return PerMinute(door + " " + ClientAddress.Of(http), limits.Door);
            }
        }

        return Free();
    }

    private static RateLimitPartition<string> Api(HttpContext http, LimitsOptions limits) =>
        http.GetEndpoint()?.Metadata.GetMetadata<CostlyAttribute>() is not null ? PerMinute("costly " + Asker(http), limits.Costly)
        : http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? PerMinute(Asker(http), limits.Api)
        : Free();

    private static string Asker(HttpContext http) => http.User.AccountId() is { Length: > 0 } account ? "program " + account : "address " + ClientAddress.Of(http);

    private static RateLimitPartition<string> Free() => RateLimitPartition.GetNoLimiter("");

    internal static RateLimitPartition<string> PerMinute(string key, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    private static ValueTask RejectAsync(OnRejectedContext context, CancellationToken stop) => RejectAsync(context.HttpContext, context.Lease, stop);

    internal static async ValueTask RejectAsync(HttpContext http, RateLimitLease lease, CancellationToken stop)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.RetryAfter = seconds;
        if (http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await TooManyPage.WriteAsync(http);
            return;
        }

        await Refusals.WriteAsync(http, StatusCodes.Status429TooManyRequests, "rate-limited", "Too many requests", $"Wait {seconds} seconds.");
    }
}
