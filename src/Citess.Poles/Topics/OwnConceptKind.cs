using System.Collections.Immutable;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Topics;

/// <summary>
/// A pole's own concept is an <c>Article</c> with the terms of SKOS inline: any reader shows its name and note, and whoever
/// knows SKOS has one more concept with what it is part of.
/// </summary>
public sealed class OwnConceptKind(Prose prose) : RecordKind<OwnConcept>
{
    private const string Others = "altLabel";
    private const string Broader = "broader";
    private const int MostWords = 20;

    public override string Name => ConceptCode.OwnKind;

    public override IEnumerable<FieldProblem> Check(OwnConcept content) =>
    [
        .. Kernel.Check.Text("Name", content.Name, OwnConcept.MaxName, isNeeded: true),
        .. Kernel.Check.Text("Others", content.Others, OwnConcept.MaxOthers, isNeeded: false),
        .. Kernel.Check.Text("Note", content.Note, OwnConcept.MaxNote, isNeeded: false),
        .. Thesaurus.Built.HasCode(content.Broader) ? [] : new[] { new FieldProblem("Broader", content.Broader.Length == 0 ? "kernel.check.needed" : "kernel.check.choice") },
    ];

    public override JsonElement Write(OwnConcept content, Frame frame) => Ap.WriteDocument(
        new Told(content.Name, MultilingualText.Empty, content.Note).Into(frame.Open("Article"), prose, (Others, Write(content.Others)), (Broader, Thesaurus.Built.Find(content.Broader)?.Uri)));

    public override OwnConcept? Read(ApObject document)
    {
        if (document.Type != "Article")
        {
            return null;
        }

        var told = Told.In(document);
        return new()
        {
            Name = told.Name,
            Others = ReadOthers(document, told.Name.Source),

            // A part of more than one has its nearest first; the first that this version knows counts.
            Broader = Terms.Words(document, Broader).Take(MostWords).Select(Thesaurus.Built.Find).OfType<ThesaurusConcept>().FirstOrDefault()?.Code ?? "",
            Note = told.Markdown,
        };
    }

    public override CatalogueEntry Describe(OwnConcept content, CatalogueEntry blank) =>
        OwnNames.Into(blank, content.Name, content.Others, content.Broader) with { Summary = content.Note, Languages = [.. content.Name.Texts.Keys] };

    public override IRecordGrain<OwnConcept> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IOwnConceptGrain>(key.ToString());

    private static JsonElement? Write(MultilingualText others) => others.IsEmpty ? null
        : JsonSerializer.SerializeToElement(others.ToMap()!.ToDictionary(each => each.Key, each => OwnNames.Lines(each.Value), StringComparer.Ordinal), StateJson.Options);

    /// <summary>A word or several under each language, as a language map of JSON-LD may have them.</summary>
    private static MultilingualText ReadOthers(ApObject document, string source)
    {
        if (document.Other is null || !document.Other.TryGetValue(Others, out var map) || map.ValueKind != JsonValueKind.Object)
        {
            return MultilingualText.Empty;
        }

        var texts = map.EnumerateObject()
            .Select(each => (each.Name, Words: each.Value.ValueKind == JsonValueKind.Array ? each.Value.EnumerateArray().Take(MostWords) : [each.Value]))
            .Select(each => (each.Name, Lines: each.Words.Where(word => word.ValueKind == JsonValueKind.String).SelectMany(word => OwnNames.Lines(word.GetString()!)).ToList()))
            .Where(each => each.Lines.Count > 0)
            .DistinctBy(each => each.Name, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(each => each.Name, each => new LanguageText(string.Join('\n', each.Lines)), StringComparer.Ordinal);
        return texts.IsEmpty ? MultilingualText.Empty : new() { Source = source, Texts = texts };
    }
}
