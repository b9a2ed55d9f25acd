using Citess.Poles.Kernel;
using Microsoft.AspNetCore.Diagnostics;

namespace Citess.Server.Errors;

/// <summary>
/// What went wrong, as the one who asked may know it: a rule's own words, or a number to find the rest in the log.
/// </summary>
internal static class ErrorHandling
{
    public static void AddErrors(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier);
        builder.Services.AddExceptionHandler<RefusalHandler>();
    }

    public static void UseErrors(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandlingPath = "/failure",
        CreateScopeForErrors = true,
        SuppressDiagnosticsCallback = context => context.Exception is RefusedException || Unavailability.Is(context.Exception),
        StatusCodeSelector = exception => exception is RefusedException refused ? Problems.Of(refused).Status!.Value
            : StorageFullException.Caused(exception) ? StatusCodes.Status507InsufficientStorage
            : exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
    });
}

/// <summary>Answers programs with a problem document; people get a page.</summary>
internal sealed class RefusalHandler(IProblemDetailsService problems, ILogger<Unavailability> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken stop)
    {
        if (Unavailability.Is(exception))
        {
            var path = http.Features.Get<IExceptionHandlerPathFeature>()!.Path;
            Unavailability.LogAway(log, path, exception.Message);
            await Unavailability.AnswerAsync(http, path);
            return true;
        }

        if (http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var problem = exception switch
        {
            RefusedException refused => Problems.Of(refused),
            _ when StorageFullException.Caused(exception) => new() { Type = Problems.Address("storage-full"), Status = StatusCodes.Status507InsufficientStorage, Title = "No room left here", Detail = "The disk of this pole, or its quota, is full, and nothing was written. Try again later; those who run the pole see why in its log." },
            BadHttpRequestException bad => new() { Type = Problems.Address("bad-json"), Status = bad.StatusCode, Title = "The request cannot be read", Detail = bad.StatusCode == 413 ? "It is too large." : "Its body or its parameters do not have the form that is described in /openapi/v1.json." },
            _ => new() { Type = Problems.Address("internal"), Status = 500, Title = "Something went wrong here" },
        };
        http.Response.StatusCode = problem.Status!.Value;
        if (exception is RefusedException { Reason: Refusal.Busy })
        {
            http.Response.Headers.RetryAfter = "10";
        }

        await problems.WriteAsync(new() { HttpContext = http, ProblemDetails = problem, Exception = exception });
        return true;
    }
}
