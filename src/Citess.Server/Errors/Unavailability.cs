using System.Globalization;
using Citess.Poles.Kernel;
using Citess.Server.Telemetry;
using Microsoft.Net.Http.Headers;
using Orleans.Runtime;

namespace Citess.Server.Errors;

/// <summary>
/// A part of the pole does not answer: the database is stopped, or another process died with a call. Nobody did anything
/// wrong, and the same may be sent again. As middleware it stands before what is not under <see cref="ErrorHandling"/>.
/// </summary>
internal sealed partial class Unavailability(RequestDelegate next, ILogger<Unavailability> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception problem) when (Is(problem) && !http.Response.HasStarted)
        {
            LogAway(log, http.Request.Path, problem.Message);
            http.Response.Clear();
            await AnswerAsync(http, http.Request.Path);
        }
    }

    /// <summary>Whether this is no bug of ours but the absence of a part, or of an answer.</summary>
    public static bool Is(Exception problem) => problem is TimeoutException or SiloUnavailableException or OrleansMessageRejectionException || UnavailableException.Caused(problem);

    /// <summary>Programs get a problem document; people a page that keeps what they typed.</summary>
    public static async Task AnswerAsync(HttpContext http, PathString path)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = ((int)Pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Headers[HeaderNames.Accept].ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await AwayPage.WriteAsync(http, path);
        }
        else
        {
            await http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new() { HttpContext = http, ProblemDetails = Problems.Unavailable() });
        }
    }

    public static void LogAway(ILogger log, string? path, string problem) => Log(log, Secrecy.Shown(path), problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} was answered 503: {Problem}")]
    private static partial void Log(ILogger log, string? path, string problem);
}
