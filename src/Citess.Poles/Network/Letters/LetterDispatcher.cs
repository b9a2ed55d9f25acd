using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Letters;
using Citess.Poles.Kernel.Records;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Letters;

/// <summary>Why a letter is not here; safe to show.</summary>
internal static class LetterProblems
{
    public const string Gone = "gone";
    public const string Silent = "silent";
    public const string Denied = "denied";
    public const string Unfit = "unfit";
    public const string Open = "not over TLS";
}

/// <summary>
/// Fetches the letters that wait for this pole, each once. What was fetched, that it was, and the receipt are one
/// transaction; a crash before it fetches once more, since the origin serves until it has the receipt.
/// </summary>
public sealed partial class LetterDispatcher(
    ISealedLetters letters, DocumentFetcher fetcher, SafeHttpOptions http, Press press, Publisher publisher, Pole pole, TimeProvider clock, ILogger<LetterDispatcher> log) : Dispatcher(clock, log)
{
    internal const string TextType = "text/plain";
    private const int AtOnce = 20;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    protected override async Task<IReadOnlyList<string>> DueAsync(CancellationToken stop) =>
        [.. (await letters.DueAsync(Clock.GetUtcNow(), AtOnce, stop)).Select(letter => letter.Origin + "/" + letter.Id)];

    protected override async Task DoAsync(string name)
    {
        if (name.Split('/') is not [var origin, var id] || await letters.FindAsync(origin, id) is not { Received: null, Erased: null, Problem: not LetterProblems.Gone } letter)
        {
            return;
        }

        // On the way it could be read, and nothing else protects it.
        if (!letter.Address.StartsWith("https://", StringComparison.Ordinal) && !http.AllowPrivateAddresses)
        {
            await letters.FailAsync(letter, LetterProblems.Open, due: null);
            return;
        }

        switch (await fetcher.FetchAsync(letter.Address, new FetchBudget(4), pole.PoleSigner))
        {
            case FetchResult.Fetched fetched when Read(fetched, letter) is { } read:
                await letters.ReceiveAsync(read, Receipt(letter));
                publisher.Nudge();
                break;
            case FetchResult.Refused { Fault: FetchFault.Gone or FetchFault.NotFound }:
                await letters.FailAsync(letter, LetterProblems.Gone, due: null);
                LogLate(log, LetterProblems.Gone, letter.Origin, letter.Id);
                break;
            case var answer:
                var problem = answer switch
                {
                    FetchResult.Unreachable => LetterProblems.Silent,
                    FetchResult.Refused { Fault: FetchFault.Denied } => LetterProblems.Denied,
                    _ => LetterProblems.Unfit,
                };
                await letters.FailAsync(letter, problem, Clock.GetUtcNow() + Pause(letter.Failures));
                LogLate(log, problem, letter.Origin, letter.Id);
                break;
        }
    }

    /// <summary>Null when it is not what was offered, to whom it was offered.</summary>
    private SealedLetter? Read(FetchResult.Fetched fetched, SealedLetter letter) =>
        Ap.Read<ApObject>(fetched.Root) is { Kind: SealedLetter.Kind, Content: { Length: > 0 and <= SealedLetter.MaxText } text } document
            && document.Id == letter.Address && document.AttributedTo == letter.Actor && document.To is [var to] && to == pole.ActorAddress
            && Terms.Word(document, "mediaType") == TextType && Terms.Word(document, "sourceLanguage") is var language && Check.IsLanguage(language)
                ? letter with { Text = text, Language = language, Received = Clock.GetUtcNow() }
                : null;

    private OutboxEntry Receipt(SealedLetter letter) => new()
    {
        Id = "receipt/" + letter.Offer,
        Key = SealedLetter.Kind + "/" + letter.Id,
        Sharing = press.Confirm(letter.Offer, letter.Actor, letter.Relation, $"receipt/{letter.Origin}/{SealedLetter.Kind}/{letter.Id}", revision: 1),
    };

    private static TimeSpan Pause(int failures) => FirstPause * Math.Pow(2, Math.Min(failures, 16)) is var pause && pause < LongestPause ? pause : LongestPause;

    [LoggerMessage(Level = LogLevel.Information, Message = "A letter of {Origin}, {Id}, is not here: {Problem}")]
    private static partial void LogLate(ILogger log, string problem, string origin, string id);
}
