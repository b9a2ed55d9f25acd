using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Visitors;

namespace Citess.Poles.Network.Visitors;

/// <summary>What a note of other software is to this pole.</summary>
internal abstract record VisitorReading
{
    private VisitorReading()
    {
    }

    /// <summary>Nothing: it answers nothing of ours that is public and has a conversation, or it is not for everyone itself.</summary>
    public sealed record Elsewhere : VisitorReading;

    /// <summary>A reply to something of ours, in a form in which none is kept.</summary>
    public sealed record Unfit(string Detail) : VisitorReading;

    /// <summary>A reply that may wait.</summary>
    public sealed record Reply(VisitorReply Words) : VisitorReading;
}

/// <summary>
/// Reads a reply as other software writes it, whose signer and origin are verified. Of what it answers only what is public is
/// known here, so that nobody learns from an answer what is not. What was said to some alone is not shown to all.
/// </summary>
internal sealed class VisitorNotes(IDocuments documents, IVisitorReplies replies, IEnumerable<IContributionKind> kinds, Pole pole)
{
    /// <summary>No software makes so much of 2,000 characters.</summary>
    private const int MostMarkup = 64 * 1024;

    private const int MaxName = 64;

    /// <summary>Term of a record that has a conversation.</summary>
    private const string Replies = "replies";

    private static readonly VisitorReading Nothing = new VisitorReading.Elsewhere();

    private readonly HashSet<string> kinds = kinds.Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);

    public async Task<VisitorReading> ReadAsync(JsonElement thing, RemoteActor author, DateTimeOffset received, CancellationToken stop)
    {
        if (Ap.Read<ApObject>(thing) is not { Id: { } id, Type: "Note", Kind: null } note || AudienceNames.Of(note) != Audience.Public
            || note.Other is null || !note.Other.TryGetValue("inReplyTo", out var answered) || Addresses.Of(answered).ToList() is not [var address]
            || address == id || await AnsweredAsync(address, stop) is not var (about, answers))
        {
            return Nothing;
        }

        var markup = note.Content ?? note.ContentMap?.Values.FirstOrDefault() ?? "";
        var words = (note.Summary?.Length ?? 0) + markup.Length > MostMarkup ? null : Prose.Lines(note.Summary is { Length: > 0 } warning ? $"{warning}<br>{markup}" : markup);
        return words is not { Length: > 0 and <= VisitorReply.MaxText }
            ? new VisitorReading.Unfit($"A reply to what is here has some words, and at most {VisitorReply.MaxText} characters of text.")
            : new VisitorReading.Reply(new()
            {
                Address = id,
                Actor = author.Id,
                Host = author.Origin.Authority,
                Name = author.Document.PreferredUsername is { Length: > 0 and <= MaxName } name && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-') ? name : "",
                About = about.ToString(),
                Answers = answers,
                Link = note.Url is { Length: <= 2048 } url && Origin.Same(url, id) ? url : id,
                Text = words,
                Language = note.ContentMap?.FirstOrDefault(each => each.Value == markup).Key is { } language && Check.IsLanguage(language) ? language : "",
                Said = note.Published is { } published && published < received && published > DateTimeOffset.UnixEpoch ? published : received,
                Received = received,
            });
    }

    /// <summary>What an answer to this address is about, and what it answers there: something of ours, or what a visitor said that was not declined.</summary>
    private async Task<(RecordKey About, string Answers)?> AnsweredAsync(string address, CancellationToken stop) =>
        pole.TryOwn(address, out var key) ? await AboutAsync(key, stop) is { } about ? (about, key.ToString()) : null
        : await replies.FindAsync(address, stop) is { Standing: not VisitorStanding.Declined } before && await AboutAsync(RecordKey.Parse(before.About), stop) is { } same ? (same, before.Address) : null;

    /// <summary>The record in whose conversation an answer to <paramref name="answers"/> stands; null when that is not there for all.</summary>
    private async Task<RecordKey?> AboutAsync(RecordKey answers, CancellationToken stop)
    {
        if (await PublicAsync(answers, stop) is not { } answered)
        {
            return null;
        }

        return !kinds.Contains(answers.Kind) ? Has(answered) ? answers : null
            : pole.TryOwn(Terms.Word(answered, "about"), out var about) && await PublicAsync(about, stop) is { } record && Has(record) ? about : null;

        static bool Has(ApObject record) => Terms.Word(record, Replies).Length > 0;
    }

    private async Task<ApObject?> PublicAsync(RecordKey key, CancellationToken stop) =>
        RecordKey.TryRecord(key.Kind, key.Id, out _) && await documents.FindAsync("", key, stop) is { Audience: Audience.Public, IsTombstone: false } document ? Ap.Read<ApObject>(JsonElement.Parse(document.Json)) : null;
}
