using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices.Export;

/// <summary>A practice in the words of schema.org, for search engines and libraries, in the language in which its page shows it.</summary>
internal static class SchemaOrg
{
    /// <summary>Signs of HTML go out escaped, so that no text can end the element in which this stands.</summary>
    private static readonly JsonSerializerOptions Escaped = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>As it stands in a page: data that no browser runs, which a policy against scripts lets stand.</summary>
    /// <param name="view">What the reader may see.</param>
    /// <param name="address">The permanent one, where it is at home.</param>
    /// <param name="pole">Name of its pole.</param>
    /// <param name="ours">Origin of this pole, at which what it was made from may be at home.</param>
    public static string Element(RecordView<Practice> view, string address, string pole, string ours = "") => $"<script type=\"application/ld+json\">{Write(view, address, pole, ours)}</script>";

    internal static string Write(RecordView<Practice> view, string address, string pole, string ours = "")
    {
        var (practice, origin) = (view.Content, new Uri(address).GetLeftPart(UriPartial.Authority));
        var shown = practice.Title.Show(Languages.Current.Code);
        var article = Version(practice, shown.Language);
        var publisher = Thing("Organization", ("name", pole), ("url", origin + "/"));
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("@id", address),
            ("url", address),
            ("identifier", address),
            ("version", view.Revision),
            ("datePublished", Day(view.Created)),
            ("dateModified", Day(view.Updated)),
            ("license", practice.Licence),
            ("creditText", practice.Credit),
            ("creator", publisher),
            ("publisher", publisher.DeepClone()),
            ("about", List([.. Terms(practice.Sectors, Concepts.Sectors, "http://purl.org/essglobal/standard/activities"), .. Terms(practice.Sdgs, Concepts.Sdgs, "http://metadata.un.org/sdg")])),
            ("audience", List(practice.Beneficiaries.Select(Concepts.Beneficiaries.Find).OfType<Concept>().Select(each => Thing("Audience", ("audienceType", each.Label))))),
            ("spatialCoverage", Territories.Find(practice.Territory) is { } territory ? Thing("AdministrativeArea", ("name", territory.Name), ("identifier", territory.Code)) : null),
            ("temporalCoverage", PracticeDocument.Period(practice)),
            ("image", List(practice.Images.Select(link => Thing("ImageObject", ("contentUrl", origin + BlobTerms.Path + link.Hash), ("encodingFormat", link.MediaType), ("caption", Text(link.Name)))))),
            ("isBasedOn", practice.AdaptedFrom is { IsNone: false } from ? $"{(from.IsOurs ? ours : from.Origin)}/{from.Key}" : null),
            ("citation", List(practice.Results.Where(result => result.Source.Length > 0).Select(Source))),
            ("funding", practice.FunderNotice.IsEmpty ? null : Thing("Grant", ("description", Text(practice.FunderNotice)))),
        })
        {
            Add(article, name, value);
        }

        Add(article, shown.IsSource ? "workTranslation" : "translationOfWork", shown.IsSource ? Others(practice, shown.Language) : Original(practice, shown.Language));
        article.Insert(0, "@context", "https://schema.org");
        return article.ToJsonString(Escaped);
    }

    private static JsonObject Version(Practice practice, string language) => Thing(
        "Article", ("headline", In(practice.Title, language)), ("abstract", In(practice.Line, language)), ("inLanguage", language));

    /// <summary>What a translation is of, with its other translations.</summary>
    private static JsonObject Original(Practice practice, string shown)
    {
        var original = Version(practice, practice.Title.Source);
        Add(original, "workTranslation", Others(practice, practice.Title.Source, shown));
        return original;
    }

    private static JsonArray? Others(Practice practice, params IReadOnlyList<string> but) =>
        List(practice.Title.ToMap()?.Keys.Except(but, StringComparer.Ordinal).Select(language => Version(practice, language)) ?? []);

    private static IEnumerable<JsonObject> Terms(IEnumerable<string> codes, ConceptList list, string set) => codes.Select(list.Find).OfType<Concept>()
        .Select(each => Thing("DefinedTerm", ("@id", each.Uri == each.Code ? null : each.Uri), ("name", each.Label), ("termCode", each.Code), ("inDefinedTermSet", set)));

    private static JsonObject Source(PracticeResult result) => Thing(
        "CreativeWork",
        ("name", result.Source),
        ("url", Uri.TryCreate(result.Source, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? result.Source : null),
        ("about", string.Join(' ', new[] { result.Figure, Text(result.What) }.Where(each => each.Length > 0))),
        ("temporalCoverage", result.Date));

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string In(MultilingualText text, string language) => text.Texts.TryGetValue(language, out var written) ? written.Text : "";

    private static string Text(MultilingualText text) => text.Show(Languages.Current.Code).Text;

    private static JsonArray? List(IEnumerable<JsonObject> things) => things.ToArray() is { Length: > 0 } all ? new([.. all]) : null;

    private static JsonObject Thing(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var thing = new JsonObject { ["@type"] = type };
        foreach (var (name, value) in members)
        {
            Add(thing, name, value);
        }

        return thing;
    }

    /// <summary>What is empty is not said.</summary>
    private static void Add(JsonObject thing, string name, JsonNode? value)
    {
        if (value is not null && !(value is JsonValue text && text.TryGetValue<string>(out var words) && words.Length == 0))
        {
            thing[name] = value;
        }
    }
}
