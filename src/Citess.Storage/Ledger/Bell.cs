namespace Citess.Storage.Ledger;

/// <summary>Rings when this process has published something, so that whoever waits need not poll.</summary>
internal sealed class Bell
{
    private volatile TaskCompletionSource _next = Fresh();

    public Task Next => _next.Task;

    public void Ring()
    {
        TaskCompletionSource rung;
        do
        {
            rung = _next;
        }
        while (Interlocked.CompareExchange(ref _next, Fresh(), rung) != rung);
        rung.TrySetResult();
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
