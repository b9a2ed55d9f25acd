using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>A mutual company of Kasserine that grew from 6 members to 87: the known facts, and what we take from them.</summary>
internal static class SmsaElWafa
{
    public static Practice Content { get; } = new()
    {
        Title = ArabicFrench("الشركة التعاونية للخدمات الفلاحية الوفاء: من 6 أعضاء إلى 87", "SMSA El Wafa : de 6 membres à 87"),
        Line = ArabicFrench(
            "في القصرين، شركة تعاونية للخدمات الفلاحية انتقلت من 6 أعضاء إلى 87، مع 84 موطن شغل.",
            "À Kasserine, une société mutuelle de services agricoles est passée de 6 membres à 87, avec 84 emplois."),
        Overview = ArabicFrench(
            "منطلقنا نحن: الفلاح الصغير الذي يشتري ويبيع وحده يدفع أكثر ويكسب أقلّ. في القصرين كبرت شركة الوفاء من 6 أعضاء إلى 87.",
            "Notre point de départ : un petit agriculteur qui achète et vend seul paie plus et gagne moins. À Kasserine, la société El Wafa est passée de 6 membres à 87."),
        Solution = ArabicFrench(
            "شركة تعاونية للخدمات الفلاحية تفتح بابها لأعضاء جدد. أمّا ما تزرعه ولمن تبيع فنترك قوله لأعضائها.",
            "Une société mutuelle de services agricoles qui a accueilli de nouveaux membres. Ce qu’elle cultive et à qui elle vend, nous le laissons dire à ses membres."),
        Approach = ArabicFrench(
            "نعرف نقطة الانطلاق والعدد الذي بلغته الشركة، ولا نعرف الطريق بينهما. المرحلتان المذكورتان أسفله اقتراح منّا.",
            "Nous connaissons le point de départ et le nombre atteint, pas le chemin entre les deux. Les deux étapes plus bas sont notre proposition."),
        Participation = ArabicFrench(
            "كيف تغيّر القرار حين صار الأعضاء 87؟ لا نعرف: هذا ما نودّ أن نسألهم عنه.",
            "Comment décide-t-on quand on passe à 87 ? Nous l’ignorons, et c’est ce que nous voulons leur demander."),
        Outcomes = ArabicFrench(
            "من 6 أعضاء إلى 87، و84 موطن شغل.",
            "De 6 membres à 87, et 84 emplois."),
        Transferability = ArabicFrench(
            "في رأينا تصلح الفكرة حيث يزرع كثيرون الشيء نفسه ويبيعه كلّ وحده. ابدؤوا صغارا: هنا كان الأعضاء ستّة.",
            "À notre avis, l’idée vaut là où beaucoup cultivent la même chose et vendent chacun de leur côté. Commencez petit : ici, ils étaient six."),
        Lessons = ArabicFrench(
            "لا نعرف كم من سنة استغرق النموّ، ولا نوعية مواطن الشغل، قارّة أم موسمية، ولا ما لم ينجح.",
            "Nous ne savons ni combien d’années la croissance a pris, ni si les emplois sont permanents ou saisonniers, ni ce qui n’a pas marché."),
        Sectors = ["a01"],
        Territory = "TN-42",
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Micro,
        Sdgs = ["8", "10"],
        Beneficiaries = ["farmers", "jobSeekers"],
        Phases =
        [
            new()
            {
                Name = ArabicFrench("اقتراحنا: الانطلاق بعدد قليل", "Notre proposition : démarrer à quelques-uns"),
                Actors = ArabicFrench("بضعة فلاحين", "quelques agriculteurs"),
                Resources = ArabicFrench("أرض ومعرفة\nشكل قانوني", "de la terre et du savoir-faire\nun statut"),
                Actions = ArabicFrench("جمع الشراء والبيع\nاختيار منتوج مشترك", "acheter et vendre ensemble\nchoisir une culture commune"),
            },
            new()
            {
                Name = ArabicFrench("اقتراحنا: النموّ معا", "Notre proposition : grandir ensemble"),
                Actors = ArabicFrench("الأعضاء الجدد\nهياكل المساندة", "les nouveaux membres\nles structures d’appui"),
                Resources = ArabicFrench("تكوين\nرزنامة مشتركة", "de la formation\nun calendrier commun"),
                Actions = ArabicFrench(
                    "التعلّم معا\nمتابعة الحسابات\nفتح الباب لأعضاء جدد",
                    "apprendre ensemble\nsuivre les comptes\nouvrir à de nouveaux membres"),
            },
        ],
        Results =
        [
            new() { What = ArabicFrench("أعضاء الشركة، بعد أن كانوا 6", "Membres de la société, contre 6 au départ"), Figure = "87", Source = "FTDES, étude sur Kasserine (kapitalis.com, 21.07.2024)" },
            new() { What = ArabicFrench("مواطن شغل", "Emplois"), Figure = "84", Source = "FTDES, étude sur Kasserine (kapitalis.com, 21.07.2024)" },
        ],
        Conditions =
        [
            new() { Determinant = "C2.4", IsRequired = true, Text = ArabicFrench("ماء للريّ وطريق لنقل الصابة.", "De l’eau pour irriguer et une route pour la récolte.") },
            new() { Determinant = "C2.6", IsRequired = true, Text = ArabicFrench("أكثر من مشترٍ، ونقل، وتعليب.", "Plus d’un acheteur, du transport, de l’emballage.") },
            new() { Determinant = "C1.1", IsRequired = true, Text = ArabicFrench("فلاحون يقبلون وضع البيع في يد مشتركة.", "Des agriculteurs prêts à vendre d’une seule main.") },
            new() { Determinant = "C3.3", Text = ArabicFrench("هياكل تكوّن في التقنيات والتصرّف.", "Des structures qui forment aux techniques et à la gestion.") },
        ],
        Risks =
        [
            new()
            {
                Name = ArabicFrench("نموّ أسرع من قدرة الشركة على التصرّف.", "Grandir plus vite que la gestion ne peut suivre."),
                Coping = ArabicFrench(
                    "حسابات تُقرأ على الأعضاء كل موسم، وقبول الأعضاء الجدد على دفعات.",
                    "Des comptes lus aux membres chaque saison, et des entrées par petits groupes."),
            },
            new()
            {
                Name = ArabicFrench("أعضاء كثيرون لا يعرفون من يقرّر.", "Beaucoup de membres qui ne savent plus qui décide."),
                Coping = ArabicFrench(
                    "ورقة واحدة تُسلّم لكل عضو جديد: من يقرّر ماذا، ومتى يجتمع الجميع.",
                    "Une feuille remise à chaque nouveau membre : qui décide de quoi, et quand tout le monde se réunit."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "small-intakes",
                Name = ArabicFrench("أعضاء جدد على دفعات", "Entrer par petits groupes"),
                Text = ArabicFrench(
                    "اقتراحنا: موعدان في السنة لقبول الأعضاء الجدد، وعضو قديم يرافق كل واحد منهم في موسمه الأوّل.",
                    "Notre proposition : deux dates d’entrée par an, et un ancien membre auprès de chaque nouveau pendant sa première saison."),
            },
        ],
        Credit = "شركة الوفاء بالقصرين. المصدر: FTDES وkapitalis.com في 21.07.2024. المراحل والشروط والمخاطر والعناصر والنصائح من قطب سيدي بوزيد.",
    };
}
