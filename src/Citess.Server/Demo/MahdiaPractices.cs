using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

internal static class MahdiaPractices
{
    public static IReadOnlyList<(string Id, Practice Content, Audience Audience)> All { get; } =
    [
        ("01JDEMPRCTMAHDA00000000001", new()
        {
            Title = ArabicFrench("شبّاك موحّد يجمع من كانوا يعملون كلٌّ على حدة", "Un guichet unique pour ceux qui travaillaient chacun de leur côté"),
            Line = ArabicFrench(
                "الهياكل العمومية والجمعيات والجامعات تستقبل أصحاب المشاريع من باب واحد عوضا عن عشرة.",
                "Structures publiques, associations et universités accueillent les porteurs de projets par une seule porte au lieu de dix."),
            Body = ArabicFrench(
                """
                ## المشكل

                في الجهة هياكل كثيرة تساند بعث المشاريع، لكن كلّ واحد منها يتبع وزارة مختلفة ولا يعرف ما يفعله جاره. صاحبة الفكرة تدور بين المكاتب.

                ## الحلّ

                قطب ترابي يجمع الموجود عوضا عن إضافة هيكل آخر. يقدّم أربع خدمات: الإعلام والتوجيه، المرافقة والاحتضان، تكوين هياكل المساندة، ومشاريع مشتركة. في هيئته المديرة الهياكل العمومية والجامعة والمجتمع المدني ومنظّمات الاقتصاد الاجتماعي والتضامني والمؤسسات الخاصة.

                ## ما ينبغي الانتباه إليه

                - لا تستعجلوا الشكل القانوني: الثقة أوّلا.
                - لا تجعلوا الرئاسة والأغلبية في يد جهة واحدة.
                - لا تعتمدوا على مانح واحد.

                المصدر: منهجية CitESS، مشروع MedRiSSE، 2023.
                """,
                """
                ## Le problème

                La région compte beaucoup de structures d’appui, mais chacune relève d’un ministère différent et ignore ce que fait sa voisine. La porteuse de projet tourne de bureau en bureau.

                ## La solution

                Un pôle qui relie ce qui existe au lieu d’ajouter une structure de plus. Il rend quatre services : information et orientation, accompagnement et incubation, formation des structures d’appui, projets communs. À son conseil siègent organismes publics, université, société civile, organisations de l’ESS et entreprises privées.

                ## À surveiller

                - Ne pas se presser de choisir une forme juridique : la confiance d’abord.
                - Ne pas laisser présidence et majorité à un seul organisme.
                - Ne pas dépendre d’un seul bailleur.

                Source : méthodologie CitESS, MedRiSSE, 2023.
                """),
            Sectors = ["a17"],
            Territory = "TN-53",
            Status = PracticeStatus.Running,
        }, Audience.Public),
        ("01JDEMPRCTMAHDA00000000002", new()
        {
            Title = ArabicFrench("Lingare: أربعة فضاءات للعمل المشترك والاحتضان", "Lingare : quatre espaces de coworking et d’incubation"),
            Line = ArabicFrench(
                "مكان واحد تلتقي فيه المشاريع الناشئة، في المهدية وسيدي بوزيد والقصرين وباب سويقة.",
                "Un lieu où les projets naissants se côtoient, à Mahdia, Sidi Bouzid, Kasserine et Bab Souika."),
            Body = ArabicFrench(
                """
                ## الفكرة

                المشروع الذي يبدأ وحده في البيت يتعلّم ببطء. في Lingare يشتغل بجانب مشاريع أخرى، ويجد من يرافقه.

                ## أين

                المهدية، سيدي بوزيد، القصرين، باب سويقة.

                ## العلاقة بالقطب

                القطب يوجّه، والفضاء يحتضن. لكلٍّ دوره، ولا يعيد أحدهما ما يفعله الآخر.

                المصدر: دراسة حالة iESS! ضمن منهجية CitESS، مشروع MedRiSSE، 2023.
                """,
                """
                ## L’idée

                Un projet qui démarre seul à la maison apprend lentement. À Lingare, il travaille à côté d’autres projets et trouve un accompagnement.

                ## Où

                Mahdia, Sidi Bouzid, Kasserine, Bab Souika.

                ## Le lien avec le pôle

                Le pôle oriente, l’espace incube. À chacun son rôle, sans refaire ce que fait l’autre.

                Source : étude de cas iESS!, méthodologie CitESS, MedRiSSE, 2023.
                """),
            Sectors = ["a13"],
            Territory = "TN",
            Status = PracticeStatus.Running,
        }, Audience.Public),
        ("01JDEMPRCTMAHDA00000000003", new()
        {
            Title = ArabicFrench("موعد قارّ للتشاور كل أسبوعين (مونتريال)", "Un rendez-vous fixe de concertation toutes les deux semaines (Montréal)"),
            Line = ArabicFrench(
                "الإدارة والفاعلون يجتمعون في موعد ثابت، يديره أعوان عموميون، منذ 2020.",
                "Administration et acteurs se retrouvent à date fixe, réunis par des agents publics, depuis 2020."),
            Body = ArabicFrench(
                """
                ## كيف تعمل

                مجموعة اهتمام تجتمع كل أسبوعين في حلقة نقاش يسيّرها أعوان من الإدارة. تقليد التشاور بين الحكومة ومنظّمات الاقتصاد الاجتماعي قديم في كيبك؛ الجديد هو الموعد القارّ.

                ## لماذا تهمّنا

                الثقة لا تأتي من اجتماع كبير مرة في السنة، بل من موعد صغير لا يتأخر.

                ## ما نودّ تجربته

                موعد كل أسبوعين، جدول أعمال من ثلاث نقاط، ومحضر من صفحة واحدة يذكر من لم يتكلّم بعد.

                المصدر: مشروع Respond, Rebuild, Reinvent، نوفمبر 2021.
                """,
                """
                ## Comment cela marche

                Un groupe d’intérêt se réunit toutes les deux semaines autour d’une table animée par des agents de l’administration. La concertation entre le gouvernement et les organisations de l’économie sociale est ancienne au Québec ; ce qui est nouveau, c’est la date fixe.

                ## Pourquoi cela nous intéresse

                La confiance ne vient pas d’une grande réunion annuelle, mais d’un petit rendez-vous qui n’est jamais manqué.

                ## Ce que nous voulons essayer

                Un rendez-vous toutes les deux semaines, trois points à l’ordre du jour, un compte rendu d’une page qui dit aussi qui n’a pas encore parlé.

                Source : projet Respond, Rebuild, Reinvent, novembre 2021.
                """),
            Sectors = ["a15"],
            Territory = "TN-53",
            Status = PracticeStatus.Idea,
        }, Audience.Public),
        ("01JDEMPRCTMAHDA00000000004", new()
        {
            Title = ArabicFrench("متابعة الأوامر الترتيبية للقانون عدد 30 لسنة 2020", "Suivre les décrets de la loi 2020-30"),
            Line = ArabicFrench(
                "جدول واحد يقول ما صدر وما لم يصدر، ومَن مِن أصحاب المشاريع ينتظر ماذا.",
                "Un tableau qui dit ce qui est paru, ce qui manque, et quels projets attendent quoi."),
            Body = ArabicFrench(
                """
                ## السياق

                القانون عدد 30 لسنة 2020 المؤرّخ في 30 جوان 2020 والمتعلّق بالاقتصاد الاجتماعي والتضامني يتضمّن 24 فصلا. عند كتابة المصدر لم تكن أوامره الترتيبية قد صدرت.

                ## الفكرة

                كلّما تعطّل ملفّ بسبب نصّ غير صادر، نسجّل ذلك في الجدول دون اسم صاحبه. بعد سنة تصبح المناصرة أرقاما لا آراء.

                ## ما يلزم

                شخص واحد يحيّن الجدول كل شهر، وقطبان على الأقل يستعملان نفس الخانات.

                المصدر: منهجية CitESS، مشروع MedRiSSE، 2023؛ نصّ القانون.
                """,
                """
                ## Le contexte

                La loi 2020-30 du 30 juin 2020 sur l’économie sociale et solidaire compte 24 articles. Quand la source a été écrite, ses décrets d’application n’étaient pas parus.

                ## L’idée

                Chaque fois qu’un dossier bloque faute de texte, nous le notons dans le tableau, sans le nom de la personne. Au bout d’un an, le plaidoyer s’appuie sur des chiffres et non sur des avis.

                ## Ce qu’il faut

                Une personne qui met le tableau à jour chaque mois, et au moins deux pôles qui utilisent les mêmes cases.

                Source : méthodologie CitESS, MedRiSSE, 2023 ; texte de la loi.
                """),
            Sectors = ["a15"],
            Territory = "TN",
            Status = PracticeStatus.Idea,
        }, Audience.Public),
    ];
}
