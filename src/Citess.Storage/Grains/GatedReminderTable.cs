using Citess.Storage.Sql;
using Orleans;
using Orleans.Runtime;

namespace Citess.Storage.Grains;

/// <summary>Orleans' ADO.NET reminders behind the writer gate.</summary>
internal sealed class GatedReminderTable(IReminderTable inner, WriterGate gate) : IReminderTable
{
    public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => inner.StopAsync(cancellationToken);

    public Task<ReminderTableData> ReadRows(GrainId grainId) => inner.ReadRows(grainId);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => inner.ReadRows(begin, end);

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => inner.ReadRow(grainId, reminderName);

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        using var pass = await gate.EnterAsync();
        return await Away.SayAsync(() => inner.UpsertRow(entry));
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        using var pass = await gate.EnterAsync();
        return await Away.SayAsync(() => inner.RemoveRow(grainId, reminderName, eTag));
    }

    public async Task TestOnlyClearTable()
    {
        using var pass = await gate.EnterAsync();
        await inner.TestOnlyClearTable();
    }
}
