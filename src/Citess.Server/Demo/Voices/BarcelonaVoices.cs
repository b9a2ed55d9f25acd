using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Practices.Reviews;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;
using Citess.Server.Demo.Told;

namespace Citess.Server.Demo.Voices;

/// <summary>Barcelona takes one piece over, stops, and makes a practice of its own of what it learned; it doubts, translates and asks.</summary>
internal static class BarcelonaVoices
{
    public const string Adapted = "01JDEMPRCTBARCA00000000007";
    public const string Catalan = "01JDEMTRANBARCA00000000001";
    public const string Question = "01JDEMNTE0BARCA00000000001";

    public static ImmutableArray<TranslatedField> InCatalan { get; } =
    [
        .. Subjects.Fields(
            OneStopShop.Content,
            ("title", "Una finestreta única per als qui treballaven cadascú pel seu compte"),
            ("line", "Estructures públiques, associacions i universitats acullen els qui tenen un projecte per una sola porta, i no per moltes.")),
    ];

    public static IReadOnlyList<IDemoVoice> All { get; } =
    [
        new DemoVoice<Translation>(Catalan, Subjects.Desk, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Desk.Practice,
            Language = "ca",
            Fields = InCatalan,
        }),
        new DemoVoice<Note>(Question, Subjects.Desk, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Desk.Practice,
            IsQuestion = true,
            Text = CatalanFrench(
                "Pregunta d’exemple: quins horaris d’obertura convenen al principi, els matins o les tardes?",
                "Question d’exemple : quels horaires d’ouverture conviennent au début, le matin ou l’après-midi ?"),
        }),
        new DemoVoice<Translation>("01JDEMTRANBARCA00000000002", Subjects.Desk, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Desk.Practice,
            Language = "it",
            Fields =
            [
                .. Subjects.Fields(
                    OneStopShop.Content,
                    ("title", "Uno sportello unico per chi lavorava ognuno per conto proprio"),
                    ("line", "Strutture pubbliche, associazioni e università accolgono chi ha un progetto da una sola porta invece che da tante."),
                    ("transferability", "Funziona dove i servizi esistono già: il polo collega, non sostituisce. Adattate tutto al contesto: la definizione, la sede, la forma giuridica. Un polo può cominciare senza sede e cercarne una più tardi.")),
            ],
        }),
        new DemoVoice<Practice>(Adapted, Subjects.Rounds, heard => NeighbourhoodMarkets.Content with { AdaptedFrom = heard.Reference, AdaptedFromName = Subjects.Rounds.Practice }),
        new DemoVoice<Adoption>("01JDEMAD0PBARCA00000000001", Subjects.Rounds, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Rounds.Practice,
            Blocks = [MarketDayRounds.Content.Blocks[0].Id],
            Steps =
            [
                new()
                {
                    Stage = AdoptionStage.Intended,
                    On = "2026-03",
                    Text = CatalanFrench("Exemple inventat. Volem provar el full únic al mercat del barri.", "Exemple inventé. Nous voulons essayer la feuille unique au marché du quartier."),
                },
                new()
                {
                    Stage = AdoptionStage.Adapting,
                    On = "2026-04",
                    Text = CatalanFrench("En català, castellà i àrab, amb dibuixos per a qui no llegeix.", "En catalan, en espagnol et en arabe, avec des dessins pour qui ne lit pas."),
                },
                new()
                {
                    Stage = AdoptionStage.Stopped,
                    On = "2026-07",
                    Text = CatalanFrench(
                        "Ho deixem: la parada d’informació ja omplia una fitxa, i ningú no vol donar el telèfon dues vegades. Ens quedem amb la idea del dia fix.",
                        "Nous arrêtons : le stand d’information remplissait déjà une fiche, et personne ne veut donner son numéro deux fois. Nous gardons l’idée du jour fixe."),
                },
            ],
            Adapted = new() { Key = PracticeKind.Kind + "/" + Adapted },
        }),
        new DemoVoice<Review>("01JDEMREVWBARCA00000000001", Subjects.Rounds, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Rounds.Practice,
            Verdict = ReviewVerdict.Doubts,
            Grounds = CatalanFrench(
                "Exemple inventat. La idea és bona i s’entén de seguida, però encara no hi ha cap resultat comptat i no sabem què costa un dia de mercat. Ho tornarem a llegir quan hi hagi xifres amb font.",
                "Exemple inventé. L’idée est bonne et se comprend tout de suite, mais aucun résultat n’est encore compté et nous ne savons pas ce que coûte un jour de marché. Nous relirons quand il y aura des chiffres avec leur source."),
            Marks =
            [
                new() { Criterion = "evidence", Rating = ReviewRating.NotMet },
                new() { Criterion = "transfer", Rating = ReviewRating.Met },
                new() { Criterion = "participation", Rating = ReviewRating.Partly },
                new() { Criterion = "endurance", Rating = ReviewRating.NotKnown },
                new() { Criterion = "candour", Rating = ReviewRating.Met },
            ],
        }),
        new DemoVoice<PracticeCollection>("01JDEMSET0BARCA00000000001", Subjects.Desk, heard => new()
        {
            Title = CatalanFrench("Trobar qui ja ho fa (exemple)", "Trouver qui le fait déjà (exemple)"),
            Purpose = CatalanFrench("Col·lecció d’exemple, feta per a la demostració, per a qui comença un mapa del seu barri.", "Collection d’exemple, faite pour la démonstration, pour qui commence une carte de son quartier."),
            Practices =
            [
                new() { Practice = new() { Key = PracticeKind.Kind + "/01JDEMPRCTBARCA00000000006" }, Name = PamAPam.Content.Title, Reason = CatalanFrench("El mapa que es fa entre molts.", "La carte qui se fait à plusieurs.") },
                new() { Practice = heard.Reference, Name = Subjects.Desk.Practice },
            ],
        }),
    ];

    /// <summary>For the poles across the sea, which read French.</summary>
    private static MultilingualText CatalanFrench(string catalan, string french) => MultilingualText.Of("ca", catalan, ("fr", french));
}
