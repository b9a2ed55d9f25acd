using System.Diagnostics;
using System.Globalization;
using Citess.Bench.Load;

namespace Citess.Bench.Nodes;

/// <summary>A server that does nothing but answer: what the generator itself can do.</summary>
internal sealed class SinkNode(string place) : Node("a bare sink", place)
{
    public override string Inbox => Origin + "/inbox";

    public override string Actor => Origin + "/actor";

    protected override string Ready => "/";

    public override Task PrepareAsync(Sender sender) => Task.CompletedTask;

    public override Task<long> ProcessedAsync() => Task.FromResult(0L);

    public override Task<long> BacklogAsync() => Task.FromResult(0L);

    protected override ProcessStartInfo Command(ProcessStartInfo start)
    {
        start.FileName = "dotnet";
        start.ArgumentList.Add(typeof(SinkNode).Assembly.Location);
        start.ArgumentList.Add("sink");
        start.ArgumentList.Add(Port.ToString(CultureInfo.InvariantCulture));
        return start;
    }
}
