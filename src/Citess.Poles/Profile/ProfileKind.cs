using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Profile;

/// <summary>The pole is an actor: its profile is the actor document, with keys and addresses.</summary>
public sealed class ProfileKind(Pole pole, Prose prose) : RecordKind<PoleProfile>
{
    /// <summary>The name before the @ of every pole.</summary>
    public const string Handle = "pole";

    public override string Name => Pole.PoleKind;

    public override bool IsOnly => true;

    public override string Permission(Audience reach) => Permissions.Administer;

    /// <summary>An actor introduces itself; it does not create itself.</summary>
    public override string FirstVerb => Verbs.Update;

    public override IEnumerable<FieldProblem> Check(PoleProfile content) =>
    [
        .. Kernel.Check.Text("Name", content.Name, PoleProfile.MaxName, isNeeded: true),
        .. Kernel.Check.Text("Line", content.Line, PoleProfile.MaxLine, isNeeded: false),
        .. Kernel.Check.Text("About", content.About, PoleProfile.MaxAbout, isNeeded: false),
        .. Kernel.Check.Text("Perimeter", content.Perimeter, 200, isNeeded: false),
        .. Kernel.Check.List("Territory", [content.Territory], 1, Kernel.Check.IsTerritory),
        .. Kernel.Check.List("Languages", content.Languages, 20, Kernel.Check.IsLanguage),
        .. Kernel.Check.Telephone("Telephone", content.Telephone),
        .. Kernel.Check.Web("Website", content.Website),
        .. Kernel.Check.Text("Place", content.Place, 200),
    ];

    public override JsonElement Write(PoleProfile content, Frame frame)
    {
        var open = frame.Open("Organization");
        var (address, line) = (frame.Address, Terms.AsSummary(content.Line));
        return Ap.WriteDocument(new Actor
        {
            Id = open.Id,
            Type = open.Type,
            Url = open.Url,
            Published = open.Published,
            Updated = open.Updated,
            Kind = open.Kind,
            Revision = open.Revision,
            Name = content.Name.SourceText,
            NameMap = content.Name.ToMap(),
            Summary = line.IsEmpty ? null : line.SourceText,
            SummaryMap = line.ToMap(),
            Content = content.About.IsEmpty ? null : prose.OfMarkdown(content.About.SourceText),
            PreferredUsername = Handle,
            Inbox = address + "/inbox",
            Outbox = address + "/outbox",
            Followers = address + "/followers",
            Following = address + "/following",
            Endpoints = new() { SharedInbox = pole.Origin + "/inbox" },
            ManuallyApprovesFollowers = true,
            PublicKey = pole.PoleKeys.Rsa,
            AssertionMethod = pole.PoleKeys.Proving,
            Authentication = pole.PoleKeys.Authenticating,
            Generator = new() { Id = pole.ServerAddress, Implements = Capabilities.Ours },
            Other = Terms.Of(
                ("sourceLanguage", content.Name.Source),
                ("territory", content.Territory),
                ("perimeter", content.Perimeter.ToMap()),
                ("languages", content.Languages),
                ("telephone", content.Telephone),
                ("changes", pole.Origin + "/changes"),
                ("digest", pole.Origin + "/digest"),
                ("checkpoint", pole.Origin + "/checkpoint"),
                (WireVersion.Term, WireVersion.Current)),
        });
    }

    /// <summary>Other poles are relations, not records: their actors are read by the Network feature.</summary>
    public override PoleProfile? Read(ApObject document) => null;

    public override CatalogueEntry Describe(PoleProfile content, CatalogueEntry blank) => blank with
    {
        Audience = Audience.Public,
        Name = content.Name,
        Summary = content.Line,
        Text = content.About.SourceText,
        Languages = content.Languages,
        Territory = content.Territory,
    };

    public override IRecordGrain<PoleProfile> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IProfileGrain>(key.ToString());
}
