using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>Four spaces to work and to be incubated in.</summary>
internal static class LingareSpaces
{
    public static Practice Content { get; } = new()
    {
        Title = ArabicFrench("Lingare: أربعة فضاءات للعمل المشترك والاحتضان", "Lingare : quatre espaces de coworking et d’incubation"),
        Line = ArabicFrench(
            "مكان واحد تلتقي فيه المشاريع الناشئة، في المهدية وسيدي بوزيد والقصرين وباب سويقة.",
            "Un lieu où les projets naissants se côtoient, à Mahdia, Sidi Bouzid, Kasserine et Bab Souika."),
        Overview = ArabicFrench(
            "من يبدأ مشروعه وحده في البيت يتعلّم ببطء ولا يجد من يسأله. في الجهات الداخلية، الأماكن التي يلتقي فيها أصحاب المشاريع قليلة. لذلك أُضيفت إلى قطبي CitESS فضاءات للعمل والاحتضان.",
            "Un projet qui démarre seul à la maison apprend lentement, sans personne à qui poser ses questions. Dans les régions, les lieux où les porteurs de projets se croisent sont rares. C’est pourquoi des espaces de travail et d’incubation ont complété les deux pôles CitESS."),
        Solution = ArabicFrench(
            "أربعة فضاءات تحمل اسما واحدا: في المهدية وسيدي بوزيد والقصرين وباب سويقة. فيها يعمل المشروع بجانب مشاريع أخرى، ويجد مرافقة.",
            "Quatre espaces portent le même nom : à Mahdia, Sidi Bouzid, Kasserine et Bab Souika. Un projet y travaille à côté d’autres projets et y trouve un accompagnement."),
        Approach = ArabicFrench(
            "القطب يستقبل ويوجّه، والفضاء يأوي ويحتضن. لكلٍّ دوره، ولا يعيد أحدهما ما يفعله الآخر. والاسم الواحد يجعل من يعرف فضاء في مدينة يعرف الأخرى.",
            "Le pôle accueille et oriente, l’espace héberge et incube. À chacun son rôle, sans refaire ce que fait l’autre. Le nom commun fait que l’on reconnaît l’espace d’une ville à l’autre."),
        Participation = ArabicFrench(
            "لا يصف المصدر كيف تُتّخذ القرارات داخل الفضاءات. ما نقترحه: لقاء قصير كل شهر بين المقيمين، والقواعد مكتوبة بأيديهم.",
            "La source ne décrit pas comment on décide dans ces espaces. Ce que nous proposons : une courte réunion mensuelle des résidents, et un règlement écrit par eux."),
        Outcomes = ArabicFrench(
            "أربعة فضاءات في أربع جهات تونسية. عدد المشاريع المقيمة ونسبة استغلال الأماكن غير معروفين لدينا.",
            "Quatre espaces dans quatre régions de Tunisie. Nous ne connaissons ni le nombre de projets hébergés, ni le taux d’occupation."),
        Transferability = ArabicFrench(
            "لا حاجة إلى بناية جديدة: قاعة بلدية أو جناح غير مستعمل يكفيان للبداية. المهمّ شخص ينشّط المكان، واتصال جيّد بالإنترنت، وأوقات معروفة.",
            "Pas besoin de construire : une salle municipale ou une aile inutilisée suffisent pour commencer. Ce qui compte, c’est quelqu’un qui anime le lieu, une bonne connexion et des horaires connus."),
        Lessons = ArabicFrench(
            "لا يقول المصدر كيف تُغطّى المصاريف بعد نهاية التمويل. قبل فتح فضاء، احسبوا سنة كاملة من الكراء والكهرباء والتنشيط دون مانح.",
            "La source ne dit pas comment les frais sont couverts une fois le financement terminé. Avant d’ouvrir, calculez une année entière de loyer, d’électricité et d’animation sans bailleur."),
        Sectors = ["a13", "a16"],
        Territory = "TN",
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Meso,
        Sdgs = ["8", "9", "11"],
        Beneficiaries = ["youngPeople", "women", "entrepreneurs", "informalWorkers"],
        Phases =
        [
            new()
            {
                Name = ArabicFrench("قبل الفتح (اقتراحنا)", "Avant d’ouvrir (notre proposition)"),
                Actors = ArabicFrench("القطب\nالبلدية أو صاحب المكان\nبعض المشاريع الأولى", "le pôle\nla commune ou le propriétaire\nquelques premiers projets"),
                Resources = ArabicFrench("مكان موجود\nكهرباء وإنترنت", "un lieu existant\nélectricité et internet"),
                Actions = ArabicFrench(
                    "زيارة فضاء موجود\nحساب مصاريف سنة\nكتابة القواعد مع أوّل المقيمين",
                    "visiter un espace existant\ncalculer les frais d’une année\nécrire le règlement avec les premiers résidents"),
            },
            new()
            {
                Name = ArabicFrench("الحياة اليومية (اقتراحنا)", "La vie quotidienne (notre proposition)"),
                Actors = ArabicFrench("منشّط أو منشّطة الفضاء\nالمقيمون", "la personne qui anime\nles résidents"),
                Resources = ArabicFrench("رزنامة حجز\nطاولات وقاعة صغيرة", "un calendrier de réservation\ndes tables et une petite salle"),
                Actions = ArabicFrench(
                    "يوم مفتوح كل شهر\nإحالات من القطب وإليه\nتسجيل من دخل ومن خرج ولماذا",
                    "une journée portes ouvertes par mois\norientations depuis le pôle et vers lui\nnoter qui entre, qui part et pourquoi"),
            },
        ],
        Results =
        [
            new() { What = ArabicFrench("فضاءات للعمل المشترك والاحتضان في أربع جهات", "Espaces de coworking et d’incubation, dans quatre régions"), Figure = "4", Source = "CitESS, MedRiSSE, 2023", Date = "2023" },
        ],
        Conditions =
        [
            new() { Determinant = "C2.4", IsRequired = true, Text = ArabicFrench(
                "كهرباء مستقرّة واتصال جيّد ومكان يصل إليه الناس بالنقل العمومي.",
                "Électricité stable, bonne connexion, lieu accessible en transport public.") },
            new() { Determinant = "C2.1", IsRequired = true, Text = ArabicFrench("سنة من المصاريف مضمونة قبل الفتح.", "Une année de frais assurée avant l’ouverture.") },
            new() { Determinant = "C2.2", IsRequired = true, Text = ArabicFrench("شخص ينشّط الفضاء ويعرف كيف يجمع الناس.", "Quelqu’un qui anime et sait réunir les gens.") },
            new() { Determinant = "C3.3", Text = ArabicFrench("هياكل مرافقة تأتي إلى الفضاء عوضا عن استدعاء الناس إليها.", "Des structures d’appui qui viennent sur place au lieu de convoquer.") },
            new() { Determinant = "C3.1", Text = ArabicFrench("بلدية تعير مكانا أو تخفّض كراءه.", "Une commune qui prête un lieu ou en baisse le loyer.") },
        ],
        Risks =
        [
            new()
            {
                Name = ArabicFrench("فضاء جميل لا يأتيه أحد.", "Un bel espace où personne ne vient."),
                Coping = ArabicFrench(
                    "البدء بأوّل المقيمين قبل شراء الأثاث، وموعد مفتوح قارّ لأهل الحيّ.",
                    "Commencer par les premiers résidents avant d’acheter les meubles, et tenir un rendez-vous ouvert au quartier."),
            },
            new()
            {
                Name = ArabicFrench("فضاء يكرّر خدمات القطب أو ينافسها.", "Un espace qui refait les services du pôle ou les concurrence."),
                Coping = ArabicFrench(
                    "ورقة واحدة مكتوبة: من يستقبل، من يوجّه، من يحتضن. تُراجع مرّة في السنة.",
                    "Une page écrite : qui accueille, qui oriente, qui incube. On la relit une fois par an."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "booking-calendar",
                Name = ArabicFrench("رزنامة الحجز", "Le calendrier de réservation"),
                Text = ArabicFrench(
                    "رزنامة واحدة للمكاتب والقاعة، يراها الجميع، ولا يُحجز المكان مرّتين.",
                    "Un seul calendrier pour les bureaux et la salle, visible de tous, sans double réservation."),
            },
            new()
            {
                Id = "house-rules",
                Name = ArabicFrench("قواعد المقيمين", "Le règlement des résidents"),
                Text = ArabicFrench(
                    "صفحة يكتبها المقيمون: الأوقات، والنظافة، والضيوف، ومدّة الإقامة.",
                    "Une page écrite par les résidents : horaires, ménage, invités, durée du séjour."),
            },
            new()
            {
                Id = "open-day",
                Name = ArabicFrench("اليوم المفتوح", "La journée ouverte"),
                Text = ArabicFrench(
                    "يوم في الشهر يدخل فيه من شاء ويسأل المقيمين والقطب معا.",
                    "Un jour par mois où chacun entre et interroge ensemble les résidents et le pôle."),
            },
        ],
        Credit = "فضاءات Lingare، في إطار مشروع iESS!\u200E. المصدر: دراسة الحالة في منهجية CitESS، مشروع MedRiSSE، 2023. المراحل والقواعد من اقتراحنا.",
        FunderNotice = FunderNotices.MedRisseArabic,
    };
}
