using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>An idea of the pole: what the law still lacks, counted.</summary>
internal static class DecreeTracker
{
    public static Practice Content { get; } = new()
    {
        Title = ArabicFrench("متابعة الأوامر الترتيبية للقانون عدد 30 لسنة 2020", "Suivre les décrets de la loi 2020-30"),
        Line = ArabicFrench(
            "جدول واحد يقول ما صدر وما لم يصدر، ومَن مِن أصحاب المشاريع ينتظر ماذا.",
            "Un tableau qui dit ce qui est paru, ce qui manque, et quels projets attendent quoi."),
        Overview = ArabicFrench(
            "القانون عدد 30 لسنة 2020 المؤرّخ في 30 جوان 2020 والمتعلّق بالاقتصاد الاجتماعي والتضامني يتضمّن 24 فصلا. ناصره شركاء مشروع iESS!\u200E وفاعلو القطاع. عند كتابة المصدر، سنة 2023، لم تكن أوامره الترتيبية قد صدرت.",
            "La loi 2020-30 du 30 juin 2020 sur l’économie sociale et solidaire compte 24 articles. Les partenaires d’iESS! et les acteurs du secteur l’ont défendue. Quand la source a été écrite, en 2023, ses décrets d’application n’étaient pas parus."),
        Solution = ArabicFrench(
            "كلّما تعطّل ملفّ بسبب نصّ غير صادر، نسجّل ذلك في الجدول دون اسم صاحبه: أيّ فصل، أيّ أمر ناقص، وما الذي توقّف. بعد سنة تصبح المناصرة أرقاما لا آراء.",
            "Chaque fois qu’un dossier bloque faute de texte, nous le notons sans le nom de la personne : quel article, quel décret manquant, ce qui s’arrête. Au bout d’un an, le plaidoyer s’appuie sur des chiffres et non sur des avis."),
        Approach = ArabicFrench(
            "نبدأ بخانات قليلة يتّفق عليها قطبان على الأقلّ. عون التوجيه يملأ السطر عند الاستقبال، ومختصّة في القانون تراجع الجدول كل شهر.",
            "On commence par quelques colonnes convenues entre deux pôles au moins. L’agent d’orientation remplit la ligne pendant l’accueil, une juriste relit le tableau chaque mois."),
        Participation = ArabicFrench(
            "كل قطب يملك سطوره ويقرّر ما ينشره منها. الحصيلة السنوية يقرّها المشاركون معا قبل إرسالها إلى الإدارة.",
            "Chaque pôle garde ses lignes et décide lesquelles il publie. Le bilan annuel est adopté ensemble avant d’aller à l’administration."),
        Outcomes = ArabicFrench("فكرة لم تُجرّب بعد. لا توجد حصيلة.", "Une idée qui n’a pas encore été essayée. Il n’y a pas de bilan."),
        Transferability = ArabicFrench(
            "تصلح لكل بلد فيه قانون صدر ولم يكتمل تطبيقه. الخانات هي نفسها: النصّ، الحالة، الطلب، الدليل.",
            "Utile partout où une loi est votée sans être entièrement appliquée. Les colonnes restent les mêmes : le texte, son état, la demande, la preuve."),
        Lessons = ArabicFrench(
            "السؤال المفتوح: هل تكفي ملفّات قطبين لإقناع إدارة؟ وقد تكون بعض الأوامر صدرت منذ كتابة المصدر: أوّل ما يُفعل هو التثبّت.",
            "La question reste ouverte : les dossiers de deux pôles suffiront-ils à convaincre ? Et des décrets ont pu paraître depuis que la source a été écrite : la première chose à faire est de vérifier."),
        Sectors = ["a15"],
        Territory = "TN",
        Status = PracticeStatus.Idea,
        Level = PracticeLevel.Macro,
        Sdgs = ["8", "16"],
        Beneficiaries = ["sseOrganisations", "entrepreneurs", "publicBodies"],
        Phases =
        [
            new()
            {
                Name = ArabicFrench("الاتفاق على الخانات", "Convenir des colonnes"),
                Actors = ArabicFrench("قطبان على الأقلّ\nمختصّة في القانون", "deux pôles au moins\nune juriste"),
                Resources = ArabicFrench("نصّ القانون\nجدول فارغ", "le texte de la loi\nun tableau vide"),
                Actions = ArabicFrench(
                    "قراءة القانون فصلا فصلا\nكتابة ما يحيل منه على أمر\nالتثبّت ممّا صدر",
                    "lire la loi article par article\nnoter ce qui renvoie à un décret\nvérifier ce qui est paru"),
            },
            new()
            {
                Name = ArabicFrench("التسجيل", "Noter"),
                Actors = ArabicFrench("أعوان التوجيه", "les agents d’orientation"),
                Resources = ArabicFrench("بضع دقائق لكل ملفّ", "quelques minutes par dossier"),
                Actions = ArabicFrench("سطر لكل ملفّ معطّل، دون اسم\nمراجعة شهرية", "une ligne par dossier bloqué, sans nom\nune relecture par mois"),
            },
            new()
            {
                Name = ArabicFrench("المناصرة", "Plaider"),
                Actors = ArabicFrench("الأقطاب المشاركة\nشبكات القطاع", "les pôles participants\nles réseaux du secteur"),
                Resources = ArabicFrench("حصيلة سنة", "le bilan d’une année"),
                Actions = ArabicFrench(
                    "صفحتان: ما ينقص، ومن ينتظر، وما نطلبه\nتسليمها إلى الجهة المعنيّة ونشرها",
                    "deux pages : ce qui manque, qui attend, ce que nous demandons\nles remettre à qui de droit et les publier"),
            },
        ],
        Results =
        [
            new() { What = ArabicFrench("فصول القانون عدد 30 لسنة 2020", "Articles de la loi 2020-30"), Figure = "24", Source = "JORT, loi n° 2020-30 / القانون عدد 30 لسنة 2020", Date = "2020-06-30" },
        ],
        Conditions =
        [
            new() { Determinant = "C2.2", IsRequired = true, Text = ArabicFrench("شخص واحد على الأقلّ يحيّن الجدول كل شهر.", "Une personne au moins met le tableau à jour chaque mois.") },
            new() { Determinant = "C4.1", IsRequired = true, Text = ArabicFrench("قطبان أو أكثر يستعملان نفس الخانات.", "Deux pôles ou plus utilisent les mêmes colonnes.") },
            new() { Determinant = "C3.2", Text = ArabicFrench(
                "جهة في الإدارة المركزية تقبل أن تقرأ الحصيلة وتجيب.",
                "Quelqu’un dans l’administration centrale accepte de lire le bilan et d’y répondre.") },
            new() { Determinant = "C3.4", Text = ArabicFrench("شبكات القطاع تحمل الحصيلة معنا.", "Les réseaux du secteur portent le bilan avec nous.") },
        ],
        Risks =
        [
            new()
            {
                Name = ArabicFrench("يُعرف صاحب الملفّ من تفاصيله.", "On reconnaît la personne à ses détails."),
                Coping = ArabicFrench(
                    "لا اسم ولا معتمدية ولا تاريخ كامل؛ ولا يُنشر سطر يخصّ ملفّا وحيدا.",
                    "Ni nom, ni délégation, ni date complète ; aucune ligne isolée n’est publiée."),
            },
            new()
            {
                Name = ArabicFrench("جدول يُفتح بحماس ثم يشيخ.", "Un tableau ouvert avec enthousiasme, puis oublié."),
                Coping = ArabicFrench(
                    "تاريخ آخر تحيين ظاهر في أعلى الجدول، ومسؤول واحد معروف.",
                    "La date de mise à jour en tête du tableau, et une seule personne responsable, connue."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "shared-columns",
                Name = ArabicFrench("الخانات المشتركة", "Les colonnes communes"),
                Text = ArabicFrench(
                    "الفصل، الأمر المنتظر، الحالة والتاريخ، ما تعطّل، الطلب. تصلح لأيّ قانون.",
                    "Article, décret attendu, état et date, ce qui bloque, la demande. Valable pour toute loi."),
            },
            new()
            {
                Id = "nameless-note",
                Name = ArabicFrench("بطاقة دون اسم", "La note sans nom"),
                Text = ArabicFrench("سطر واحد عند الاستقبال، لا يحمل اسما ولا هاتفا.", "Une ligne pendant l’accueil, sans nom ni téléphone."),
            },
        ],
        Credit = "فكرة قطب المهدية. المصدر: منهجية CitESS، مشروع MedRiSSE، 2023؛ القانون عدد 30 لسنة 2020 المؤرّخ في 30 جوان 2020.",
        FunderNotice = FunderNotices.MedRisseArabic,
    };
}
