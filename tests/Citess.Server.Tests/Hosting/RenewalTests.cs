using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Hosting;

/// <summary>After keys were revoked, as each process of a pole begins.</summary>
public sealed class RenewalTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task However_many_processes_begin_at_once_a_record_is_shared_anew_once()
    {
        var (stop, node) = (TestContext.Current.CancellationToken, mahdia.Services.GetRequiredService<INodeStore>());
        var key = RecordKey.New("practice", mahdia.Clock);
        var practice = mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>(key.ToString());
        await practice.CreateAsync(new() { Title = MultilingualText.Of("fr", "Séchoir"), Line = MultilingualText.Of("fr", "Séchoir"), Sectors = ["a04"] }, Audience.Public, "");
        while (await mahdia.Services.GetRequiredService<IDocuments>().FindAsync("", key, stop) is null)
        {
            await Task.Delay(50, stop);
        }

        await node.RevokeKeysAsync((await node.LoadAsync(() => throw new InvalidOperationException("made again"), stop)).Keys, activity => activity, stop);
        Assert.Contains(key.ToString(), await node.DueToRenewAsync(stop));
        Renewal[] processes = [.. Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<Renewal>(mahdia.Services))];
        foreach (var process in processes)
        {
            await process.StartAsync(stop);
        }

        await Task.WhenAll(processes.Select(process => process.ExecuteTask!)).WaitAsync(TimeSpan.FromSeconds(60), stop);

        Assert.Equal(2, (await practice.ReadAsync())!.Revision);
    }
}
