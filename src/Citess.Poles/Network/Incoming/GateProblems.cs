using Citess.ActivityPub.Inbox;
using Citess.Poles.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Citess.Poles.Network.Incoming;

/// <summary>What the gate says, as it goes out.</summary>
internal static class GateProblems
{
    public static ProblemHttpResult ToProblem(this GateVerdict.Refused refused) => Of(refused.Status, refused.Slug, refused.Detail);

    public static ProblemHttpResult Of(int status, string slug, string detail)
    {
        RefusalMetrics.Count(slug);
        return TypedResults.Problem(statusCode: status, type: Problems.Address(slug), title: slug.Replace('-', ' '), detail: detail);
    }
}
