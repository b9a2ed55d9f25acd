using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Records;

/// <summary>
/// The one way in which a record of ours changes: the rule is asked on a copy, the proofs are made, then state and what
/// follows from it are stored together.
/// </summary>
public abstract partial class RecordGrain<TContent>(IPersistentState<RecordState<TContent>> state, RecordKind<TContent> kind, Press press, Publisher publisher, TimeProvider clock)
    : Grain, IRecordGrain<TContent>
    where TContent : class
{
    /// <summary>
    /// What is kept of a record for good: one beyond this is refused before it is written. The outbox beside it goes with
    /// the next change; its activity is bound by what an inbox takes.
    /// </summary>
    public const int MaxBytes = 256 * 1024;

    private RecordKey Key => RecordKey.Parse(this.GetPrimaryKeyString());

    public Task<RecordView<TContent>?> ReadAsync() => Task.FromResult(state.State.Content is { } content
        ? new RecordView<TContent>
        {
            Content = content,
            Revision = state.State.Revision,
            Audience = state.State.Audience,
            Partners = state.State.Partners,
            IsWithdrawn = state.State.IsWithdrawn,
            Created = state.State.Created,
            Updated = state.State.Updated,
            By = state.State.By,
        }
        : null);

    public Task<int> CreateAsync(TContent content, Reach reach, string by)
    {
        var made = Hash(content, reach);
        if (state.State.Revision > 0)
        {
            // Also of one that came back without its content: what was withdrawn is not made a second time.
            return state.State.Made == made
                ? Task.FromResult(state.State.Revision)
                : throw new RefusedException(Refusal.AlreadyThere, "A record with this id is already there.");
        }

        return StoreAsync(Reaching(state.State with { Content = content, Created = clock.GetUtcNow(), Made = made }, reach), by);
    }

    public Task<int> EditAsync(TContent content, Reach reach, int seen, string by, string why = "")
    {
        var held = Held();
        if (Hash(content, reach) == Hash(held.Content!, held.Reach) && !held.IsWithdrawn && seen >= held.Revision - 1)
        {
            return Task.FromResult(held.Revision);
        }

        Saw(seen);
        if (held.IsWithdrawn)
        {
            throw new RefusedException(Refusal.Conflict, "This was withdrawn. Restore it first.");
        }

        if (kind.IsOnly && held.Reach.LosesSightBy(reach))
        {
            throw new RefusedException(Refusal.Invalid, "The pole itself is always for everyone.", new FieldProblem("Audience", "kernel.audience.narrowed"));
        }

        return StoreAsync(Reaching(held with { Content = content }, reach), by, why);
    }

    public Task<int> WithdrawAsync(int seen, string by) => TurnAsync(withdrawn: true, seen, by);

    public Task<int> RestoreAsync(int seen, string by) => TurnAsync(withdrawn: false, seen, by);

    public Task<int> RenewAsync() => StoreAsync(Held(), isRenewal: true);

    private RecordState<TContent> Reaching(RecordState<TContent> next, Reach reach) => next with
    {
        Audience = reach.Audience,
        Partners = reach.Partners,

        // A list that kept its name while a pole left it would tell those who stay.
        List = reach.Audience > Audience.Own || reach.Equals(next.Reach) || (!reach.IsList && next.Shared is null) ? next.List : Ulid.NewUlid(clock.GetUtcNow()).ToString(),
    };

    private Task<int> TurnAsync(bool withdrawn, int seen, string by)
    {
        var held = Held();
        if (held.IsWithdrawn == withdrawn)
        {
            return Task.FromResult(held.Revision);
        }

        Saw(seen);
        return StoreAsync(held with { IsWithdrawn = withdrawn }, by);
    }

    private RecordState<TContent> Held() =>
        state.State.Content is null ? throw new RefusedException(Refusal.NotFound, "There is no such record.") : state.State;

    private void Saw(int seen)
    {
        if (seen != state.State.Revision)
        {
            throw new RefusedException(Refusal.Conflict, $"This was changed meanwhile: revision {state.State.Revision} is the latest.");
        }
    }

    private Task<int> StoreAsync(RecordState<TContent> next, string by, string why = "")
    {
        List<FieldProblem> problems = [.. kind.Check(next.Content!), .. Check.Text("Why", why, RecordState<TContent>.MaxWhy)];
        return problems.Count > 0
            ? throw new RefusedException(Refusal.Invalid, "Some fields need a second look.", [.. problems])
            : StoreAsync(next with { By = by, Why = why, Epoch = press.Epoch });
    }

    /// <param name="known">A revision that others know already: this one goes behind it.</param>
    /// <param name="isRenewal">True when nobody changed anything: it stays as old as it is.</param>
    private async Task<int> StoreAsync(RecordState<TContent> next, int known = 0, bool isRenewal = false)
    {
        var now = clock.GetUtcNow();
        next = next with
        {
            Revision = Math.Max(state.State.Revision, known) + 1,
            Updated = isRenewal ? next.Updated : now,
            Shared = next.Shared ?? (next.Reach.IsShared ? now : null),
        };
        List<Sharing> sharings = next.Shared is null ? [] : [.. Share(next)];
        if (Bytes(StateJson.Write(next with { Outbox = [] })) > MaxBytes || sharings.Exists(sharing => Bytes(sharing.Activity) > StrictJson.MaxBytes))
        {
            throw new RefusedException(Refusal.Invalid, "All languages together are too long to be kept as one record.");
        }

        next = next with { Outbox = [.. Entries(next, sharings)] };

        await WriteAsync(next);
        return next.Revision;
    }

    private async Task WriteAsync(RecordState<TContent> next)
    {
        var held = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // Whether it was stored is not known: what is in memory must not be believed, and is read anew.
            state.State = held;
            DeactivateOnIdle();
            throw;
        }

        publisher.Nudge();
    }

    private IEnumerable<OutboxEntry> Entries(RecordState<TContent> next, IReadOnlyList<Sharing> sharings)
    {
        for (var each = 0; each < Math.Max(1, sharings.Count); each++)
        {
            yield return new()
            {
                Id = $"{Key}@{next.Revision}/{each}",
                Key = Key.ToString(),
                Listing = each == 0 ? kind.Describe(next, Key) : null,
                Sharing = each < sharings.Count ? sharings[each] : null,
            };
        }
    }

    private IEnumerable<Sharing> Share(RecordState<TContent> next)
    {
        var frame = press.Frame(Key, next);
        var document = kind.Write(next.Content!, frame);
        if (next.IsWithdrawn)
        {
            yield return press.Share(Verbs.Delete, frame, press.Tombstone(frame, document.GetProperty("type").GetString()!));
            yield break;
        }

        // First from whom it is taken: the share that follows takes the place of all earlier ones.
        if (state.State.Shared is not null && !state.State.IsWithdrawn && state.State.Reach.LosesSightBy(next.Reach))
        {
            yield return press.Remove(frame, press.Frame(Key, state.State));
        }

        if (next.Reach.IsShared)
        {
            yield return press.Share(state.State.Shared is null ? kind.FirstVerb : Verbs.Update, frame, document);
        }
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private static string Hash(TContent content, Reach reach) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        StateJson.Write(content) + "\n" + reach.Audience + string.Concat(reach.Partners.Select(partner => "\n" + partner)))));
}
