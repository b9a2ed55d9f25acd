using Citess.ActivityPub.Inbox;
using Citess.Poles.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Citess.Poles.Network.Incoming;

/// <summary>What the gate says, as it goes out.</summary>
internal static class GateProblems
{
    public static ProblemHttpResult ToProblem(this GateVerdict.Refused refused) =>
        TypedResults.Problem(statusCode: refused.Status, type: Problems.Address(refused.Slug), title: refused.Slug.Replace('-', ' '), detail: refused.Detail);
}
