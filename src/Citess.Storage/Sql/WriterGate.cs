namespace Citess.Storage.Sql;

/// <summary>
/// SQLite has one writer at a time. Writers wait here, first come, first served, and not in the database, where they
/// would poll and starve. PostgreSQL needs no gate: all pass.
/// </summary>
internal sealed class WriterGate(Provider provider) : IDisposable
{
    private readonly SemaphoreSlim? _turn = provider == Provider.Sqlite ? new(1, 1) : null;

    public async ValueTask<Pass> EnterAsync(CancellationToken stop = default)
    {
        if (_turn is not null)
        {
            await _turn.WaitAsync(stop);
        }

        return new(_turn);
    }

    /// <summary>For the few callers whose contract has no tasks.</summary>
    public Pass Enter()
    {
        _turn?.Wait();
        return new(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    internal readonly struct Pass(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
