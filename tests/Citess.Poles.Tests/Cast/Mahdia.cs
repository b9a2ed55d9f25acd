using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization;

namespace Citess.Poles.Tests.Cast;

/// <summary>The pole of Mahdia with its people, as far as records need them.</summary>
internal static class Mahdia
{
    public static FakeTimeProvider Clock { get; } = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public static Pole Pole { get; } = new(new("https://mahdia.example"), Pole.Fresh(Clock));

    /// <summary>Coordinator.</summary>
    public static ClaimsPrincipal Amira { get; } = new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, "01JDEMPERS0AMRA00000000001"), new(ClaimTypes.Role, Roles.Coordinator)], "test"));

    public static ClaimsPrincipal Visitor { get; } = new(new ClaimsIdentity());

    public static Frame Frame(string key, Audience audience = Audience.Public) =>
        new(Pole, RecordKey.Parse(key), 1, audience, Clock.GetUtcNow(), Clock.GetUtcNow()) { By = "01JDEMPERS0AMRA00000000001", Why = "Les chiffres de janvier." };

    /// <summary>What Barcelona has in its hands after Mahdia shared it.</summary>
    public static ApObject Shared<TContent>(RecordKind<TContent> kind, TContent content, string key)
        where TContent : class => Ap.Read<ApObject>(kind.Write(content, Frame(key)))!;

    /// <summary>How Barcelona would list it; null when it would not.</summary>
    public static CatalogueEntry? Listed<TContent>(RecordKind<TContent> kind, TContent content, string key)
        where TContent : class => ((IRecordKind)kind).OfDocument(Shared(kind, content, key), new() { Origin = Pole.Authority, Key = key, Revision = 1, Audience = Audience.Public });

    /// <summary>Through the serializer that carries grain calls.</summary>
    public static TContent Carried<TContent>(TContent content)
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        return serializer.Deserialize<TContent>(serializer.SerializeToArray(content))!;
    }

    /// <summary>The longest text that the six languages allow, in the script that takes the most bytes.</summary>
    public static MultilingualText Longest(int letters) => MultilingualText.Of("ar", new('م', letters),
        [.. new[] { "ca", "en", "es", "fr", "it" }.Select(language => (language, new string('م', letters)))]);

    /// <summary>Our terms in a document that no reader would find in its context.</summary>
    public static IEnumerable<string> Unexplained<TContent>(RecordKind<TContent> kind, TContent content, string key)
        where TContent : class
    {
        var written = kind.Write(content, Frame(key));
        var ours = written.GetProperty("@context").EnumerateArray().Single(each => each.ValueKind == JsonValueKind.Object);
        return Ap.Read<ApObject>(written)!.Other!.Keys.Where(term => term != "describes" && !ours.TryGetProperty(term, out _));
    }
}
