using Citess.Poles.Kernel.Inbox;

namespace Citess.LyingPole;

/// <summary>An inbox that does what the honest one does, but for what is overridden.</summary>
internal abstract class LyingInbox(IInbox honest) : IInbox
{
    /// <summary>What a busy disk takes, so that a kill in between is no matter of luck.</summary>
    protected static readonly TimeSpan BusyDisk = TimeSpan.FromMilliseconds(50);

    protected IInbox Honest => honest;

    public Task<Recalled> RecallAsync(string actor, string activityId, string about, string origin, string key, CancellationToken stop = default) =>
        honest.RecallAsync(actor, activityId, about, origin, key, stop);

    public bool IsOfAll(Exception fault) => honest.IsOfAll(fault);

    public virtual Task<Keeping> KeepAsync(Letter letter, CancellationToken stop = default) => honest.KeepAsync(letter, stop);

    public Task<IReadOnlyList<Letter>> WaitingAsync(string sender, int take, CancellationToken stop = default) => honest.WaitingAsync(sender, take, stop);

    public Task<IReadOnlyList<string>> SendersAsync(CancellationToken stop = default) => honest.SendersAsync(stop);

    public virtual Task DoneAsync(IReadOnlyList<Letter> letters, IReadOnlyList<Arrival> arrivals, IReadOnlyDictionary<long, string> note, CancellationToken stop = default) =>
        honest.DoneAsync(letters, arrivals, note, stop);

    public Task<int> TrimAsync(DateTimeOffset before, CancellationToken stop = default) => honest.TrimAsync(before, stop);
}

/// <summary>The first lie: 202 before the letter is on the disk.</summary>
internal sealed class AnswersBeforeItKeeps(IInbox honest) : LyingInbox(honest)
{
    public override Task<Keeping> KeepAsync(Letter letter, CancellationToken stop = default)
    {
        _ = LaterAsync(letter);
        return Task.FromResult(Keeping.Kept);
    }

    private async Task LaterAsync(Letter letter)
    {
        await Task.Delay(BusyDisk);
        await Honest.KeepAsync(letter, CancellationToken.None);
    }
}

/// <summary>The third lie: the effect of a letter and the mark that it is done are two commits, most of the time one without the other.</summary>
internal sealed class EffectApartFromItsMark(IInbox honest, bool isMarkFirst) : LyingInbox(honest)
{
    public override async Task DoneAsync(IReadOnlyList<Letter> letters, IReadOnlyList<Arrival> arrivals, IReadOnlyDictionary<long, string> note, CancellationToken stop = default)
    {
        Func<Task> effect = () => Honest.DoneAsync([], arrivals, note, stop), mark = () => Honest.DoneAsync(letters, [], note, stop);
        await (isMarkFirst ? mark : effect)();
        await Task.Delay(BusyDisk * 10, stop);
        await (isMarkFirst ? effect : mark)();
    }
}
