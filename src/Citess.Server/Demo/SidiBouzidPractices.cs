using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

internal static class SidiBouzidPractices
{
    public static IReadOnlyList<(string Id, Practice Content, Audience Audience)> All { get; } =
    [
        ("01JDEMPRCTSBZDA00000000001", new()
        {
            Title = FrenchArabic("iESS! : agir à trois niveaux à la fois", "iESS!\u200E: العمل على ثلاثة مستويات معا"),
            Line = FrenchArabic(
                "Des entreprises sociales dans quatre gouvernorats, deux pôles, quatre espaces : des emplois pour les femmes et les jeunes.",
                "مؤسسات اجتماعية في أربع ولايات، وقطبان، وأربعة فضاءات: مواطن شغل للنساء والشباب."),
            Body = FrenchArabic(
                """
                ## Le but

                Créer des emplois durables, surtout pour les femmes et les jeunes, en faisant naître et en reliant des entreprises de l’économie sociale et solidaire dans quatre gouvernorats de Tunisie.

                ## Trois niveaux

                - **micro** : les entreprises elles-mêmes
                - **méso** : leurs réseaux
                - **macro** : deux pôles CitESS (Mahdia, Sidi Bouzid) et quatre espaces Lingare

                ## Ce qui est resté

                Les pôles ont survécu au projet. Les partenaires ont aussi plaidé pour la loi-cadre de 2020 ; ses décrets manquaient encore quand la source a été écrite.

                Source : étude de cas iESS!, méthodologie CitESS, MedRiSSE, 2023.
                """,
                """
                ## الهدف

                إحداث مواطن شغل دائمة، خاصة للنساء والشباب، ببعث مؤسسات للاقتصاد الاجتماعي والتضامني وربطها ببعضها في أربع ولايات تونسية.

                ## ثلاثة مستويات

                - **الجزئي**: المؤسسات نفسها
                - **الوسيط**: شبكاتها
                - **الكلّي**: قطبا CitESS (المهدية وسيدي بوزيد) وأربعة فضاءات Lingare

                ## ما الذي بقي

                القطبان تجاوزا عمر المشروع. وناصر الشركاء القانون الإطاري لسنة 2020، وكانت أوامره الترتيبية ناقصة عند كتابة المصدر.

                المصدر: دراسة حالة iESS!، منهجية CitESS، مشروع MedRiSSE، 2023.
                """),
            Sectors = ["a17"],
            Territory = "TN",
            Status = PracticeStatus.Stopped,
        }, Audience.Public),
        ("01JDEMPRCTSBZDA00000000002", new()
        {
            Title = FrenchArabic("Un comité qui repère les besoins, des prix qui y répondent (Dublin)", "لجنة ترصد الحاجات وجوائز تستجيب لها (دبلن)"),
            Line = FrenchArabic(
                "Depuis 2015, la ville réunit les acteurs, repère ce qui manque, et récompense par de l’argent, du mentorat et de la visibilité.",
                "منذ 2015، تجمع المدينة الفاعلين، وترصد النقائص، وتكافئ بالمال والمرافقة والتعريف."),
            Body = FrenchArabic(
                """
                ## Comment cela marche

                Le conseil municipal a créé un comité où siègent les acteurs de l’économie sociale. Il repère les besoins et les occasions ; des prix apportent ensuite aux entreprises sociales choisies financement, mentorat et promotion.

                ## Ce que nous en retenons

                Un prix doit répondre à un besoin que quelqu’un a noté. Sinon, il récompense ceux qui savent écrire des dossiers.

                Source : projet Respond, Rebuild, Reinvent, novembre 2021.
                """,
                """
                ## كيف تعمل

                أحدث المجلس البلدي لجنة تضمّ فاعلي الاقتصاد الاجتماعي. ترصد الحاجات والفرص، ثم تقدّم جوائز للمؤسسات المختارة: تمويلا ومرافقة وتعريفا.

                ## ما الذي نحتفظ به

                ينبغي أن تستجيب كل جائزة لحاجة دوّنها أحد. وإلا كافأت من يحسن كتابة الملفات.

                المصدر: مشروع Respond, Rebuild, Reinvent، نوفمبر 2021.
                """),
            Sectors = ["a15"],
            Status = PracticeStatus.Running,
            Territory = "TN-43",
        }, Audience.Public),
        ("01JDEMPRCTSBZDA00000000003", new()
        {
            Title = FrenchArabic("Un bureau de l’innovation civique au service des autres services (San Francisco)", "مكتب للتجديد المدني في خدمة بقية المصالح (سان فرانسيسكو)"),
            Line = FrenchArabic(
                "Un service municipal pose un problème ; un partenariat public-privé essaie une réponse ; le service l’adopte si elle tient.",
                "مصلحة بلدية تطرح مشكلا؛ شراكة بين العمومي والخاص تجرّب حلا؛ والمصلحة تعتمده إن نجح."),
            Body = FrenchArabic(
                """
                ## Comment cela marche

                Depuis 2012, une petite équipe auprès du maire relie les services de la ville et des partenaires extérieurs. Elle apporte méthodes, moyens et outils sur les priorités communes.

                ## Chez nous, peut-être

                Une délégation, un problème, trois mois, un partenaire. Et une question posée d’avance : qui le fera vivre ensuite ?

                Source : projet Respond, Rebuild, Reinvent, novembre 2021.
                """,
                """
                ## كيف تعمل

                منذ 2012، يربط فريق صغير لدى رئيس البلدية بين مصالح المدينة وشركاء من خارجها، ويقدّم مناهج ووسائل وأدوات حول الأولويات المشتركة.

                ## عندنا، ربما

                معتمدية واحدة، مشكل واحد، ثلاثة أشهر، شريك واحد. وسؤال يُطرح مسبقا: من سيواصل بعد ذلك؟

                المصدر: مشروع Respond, Rebuild, Reinvent، نوفمبر 2021.
                """),
            Sectors = ["a10", "a15"],
            Status = PracticeStatus.Idea,
            Territory = "TN-43",
        }, Audience.Public),
        ("01JDEMPRCTSBZDA00000000004", new()
        {
            Title = FrenchArabic("La permanence qui tourne dans les délégations (démonstration)", "استقبال متنقّل بين المعتمديات (مثال للعرض)"),
            Line = FrenchArabic(
                "Chaque jour de marché, deux personnes du pôle reçoivent au café, là où les gens viennent déjà.",
                "كل يوم سوق، يستقبل اثنان من فريق القطب الناس في المقهى، حيث يأتون أصلا."),
            Body = FrenchArabic(
                """
                Pratique imaginaire, pour montrer le programme.

                ## Ce qui a marché

                - venir le jour du marché plutôt que fixer un rendez-vous
                - une femme et un homme, toujours
                - une seule feuille : le besoin, le téléphone, la prochaine étape

                ## Ce qui n’a pas marché

                La première tournée passait par dix villages en deux semaines : personne ne savait quand revenir. Quatre lieux, toujours le même jour, c’est mieux.

                Source : exemple inventé pour la démonstration.
                """,
                """
                ممارسة خيالية لعرض البرنامج.

                ## ما الذي نجح

                - القدوم يوم السوق عوضا عن تحديد موعد
                - امرأة ورجل معا، دائما
                - ورقة واحدة: الحاجة، الهاتف، الخطوة القادمة

                ## ما الذي لم ينجح

                مرّت الجولة الأولى بعشر قرى في أسبوعين: لم يعرف أحد متى نعود. أربعة أماكن، في نفس اليوم دائما، أفضل.

                المصدر: مثال مختلق للعرض.
                """),
            Sectors = ["a17"],
            Territory = "TN-43",
            Status = PracticeStatus.Pilot,
        }, Audience.Network),
    ];
}
