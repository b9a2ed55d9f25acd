using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Tests.Cast;

/// <summary>The pole of Barcelona, which has something to say about what Mahdia does.</summary>
internal static class Barcelona
{
    public static Pole Pole { get; } = new(new("https://barcelona.example"), Pole.Fresh(Mahdia.Clock));

    public static Press Press { get; } = new(Pole, Mahdia.Clock);

    public static Frame Frame(string key) => new(Pole, RecordKey.Parse(key), 1, Audience.Public, Mahdia.Clock.GetUtcNow(), Mahdia.Clock.GetUtcNow());

    /// <summary>What it wrote, as others have it in their hands.</summary>
    public static ApObject Shared<TContent>(RecordKind<TContent> kind, TContent content, string key, Func<JsonElement, string, JsonElement?>? change = null)
        where TContent : class
    {
        var written = kind.Write(content, Frame(key)).EnumerateObject().Select(member => KeyValuePair.Create(member.Name, change is null ? member.Value : change(member.Value, member.Name)))
            .Where(member => member.Value is not null).ToDictionary(StringComparer.Ordinal);
        return Ap.Read<ApObject>(JsonSerializer.SerializeToElement(written))!;
    }

    /// <summary>The signed document.</summary>
    public static JsonElement Signed<TContent>(RecordKind<TContent> kind, TContent content, string key)
        where TContent : class => JsonElement.Parse(Press.Share(Verbs.Create, Frame(key), kind.Write(content, Frame(key))).Activity).GetProperty("object");
}
