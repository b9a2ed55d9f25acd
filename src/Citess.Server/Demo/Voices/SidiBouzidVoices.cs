using Citess.Poles.Practices.Reviews;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Voices;

/// <summary>Sidi Bouzid answers what others say about its rounds, mends them, and has a second person look at them.</summary>
internal static class SidiBouzidVoices
{
    public static IReadOnlyList<IDemoVoice> All { get; } =
    [
        new DemoVoice<Decision>("01JDEMDEC1SBZDA00000000001", Subjects.Said("mahdia", TranslationKind.Kind, MahdiaVoices.English, Subjects.Rounds), heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Rounds.Practice,
            Verdict = DecisionVerdict.Declined,
            Word = FrenchArabic(
                "Merci beaucoup. Une collègue avait déjà traduit la moitié du texte, et deux mains ne s’accordent pas toujours : nous gardons la sienne. Votre titre l’a aidée.",
                "شكرا جزيلا. كانت زميلة لنا قد ترجمت نصف النصّ، وقلمان لا يتّفقان دائما: سنحتفظ بترجمتها. وقد ساعدها عنوانكم."),
        }),
        new DemoVoice<Note>("01JDEMNTE0SBZDA00000000001", Subjects.Said("mahdia", NoteKind.Kind, MahdiaVoices.Question, Subjects.Rounds), heard => new()
        {
            About = new() { Key = Subjects.Rounds.Key },
            AboutRevision = 1,
            AboutName = Subjects.Rounds.Practice,
            InReplyTo = heard.Reference,
            Text = FrenchArabic(
                "Nous rangeons notre copie par marché et la retrouvons par le numéro de téléphone. Bonne question : nous l’ajoutons à la pratique.",
                "نرتّب نسختنا حسب السوق ونجدها برقم الهاتف. سؤال جيّد: سنضيف ذلك إلى الممارسة."),
        }),
        new DemoEdit(
            "01JDEMPRCTSBZDA00000000004",
            Subjects.Said("mahdia", NoteKind.Kind, MahdiaVoices.Question, Subjects.Rounds),
            "Précisé après la question de Mahdia : que faire quand la feuille est perdue.",
            (practice, _) => practice with
            {
                Blocks =
                [
                    practice.Blocks[0] with
                    {
                        Text = FrenchArabic(
                            "Trois lignes : le besoin, le téléphone, la prochaine étape. La personne garde une copie ; le pôle range l’autre par marché et la retrouve par le téléphone.",
                            "ثلاثة أسطر: الحاجة، الهاتف، الخطوة القادمة. تبقى نسخة عند صاحبها، ويرتّب القطب الأخرى حسب السوق ويجدها برقم الهاتف."),
                    },
                    .. practice.Blocks.Skip(1),
                ],
            }),
        new DemoVoice<Review>(
            "01JDEMREVWSBZDA00000000001",
            Subjects.Rounds,
            heard => new()
            {
                About = heard.Reference,
                AboutRevision = heard.Revision,
                AboutName = Subjects.Rounds.Practice,
                Verdict = ReviewVerdict.Confirms,
                Grounds = FrenchArabic(
                    "Exemple inventé. Je n’ai pas écrit cette pratique ; je l’ai relue avec celle qui l’a écrite. Les étapes sont les bonnes. Il manque encore le premier chiffre, attendu pour juin 2027.",
                    "مثال خيالي. لم أكتب هذه الممارسة، بل راجعتها مع من كتبتها. المراحل صحيحة. وما زال ينقص الرقم الأوّل، المنتظر في جوان 2027."),
                Marks =
                [
                    new() { Criterion = "evidence", Rating = ReviewRating.NotMet },
                    new() { Criterion = "transfer", Rating = ReviewRating.Met },
                    new() { Criterion = "participation", Rating = ReviewRating.Met },
                    new() { Criterion = "candour", Rating = ReviewRating.Met },
                ],
            },
            By: DemoSeed.Administrator),
    ];
}
