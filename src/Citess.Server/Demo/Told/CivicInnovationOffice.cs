using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>A small team between a city’s departments and outside partners, learned from San Francisco.</summary>
internal static class CivicInnovationOffice
{
    public static Practice Content { get; } = new()
    {
        Title = FrenchArabic(
            "Un bureau de l’innovation civique au service des autres services (San Francisco)",
            "مكتب للتجديد المدني في خدمة بقية المصالح (سان فرانسيسكو)"),
        Line = FrenchArabic(
            "Un service municipal pose un problème ; un partenariat public-privé essaie une réponse ; le service l’adopte si elle tient.",
            "مصلحة بلدية تطرح مشكلا؛ شراكة بين العمومي والخاص تجرّب حلا؛ والمصلحة تعتمده إن نجح."),
        Overview = FrenchArabic(
            "Un service public qui a un problème n’a souvent ni le temps d’essayer autre chose, ni l’habitude de travailler avec des gens du dehors. San Francisco a voulu une administration plus ouverte à la collaboration.",
            "المصلحة العمومية التي لها مشكل لا تجد غالبا الوقت لتجربة شيء آخر، ولم تتعوّد العمل مع من هم خارجها. أرادت سان فرانسيسكو إدارة أكثر انفتاحا على التعاون."),
        Solution = FrenchArabic(
            "En 2012, la ville a créé auprès du maire un bureau de l’innovation civique. Il relie services municipaux et partenaires privés, et apporte méthodes, moyens et outils numériques sur les priorités communes.",
            "سنة 2012 أحدثت المدينة لدى رئيس البلدية مكتبا للتجديد المدني. يربط المصالح البلدية بشركاء من القطاع الخاص، ويقدّم مناهج ووسائل وأدوات رقمية حول الأولويات المشتركة."),
        Approach = FrenchArabic(
            "Le bureau ne remplace pas les services : il leur donne de quoi faire autrement. Notre lecture : partir du problème d’un service, essayer vite à petite échelle, décider ensuite.",
            "لا يعوّض المكتب المصالح، بل يمكّنها من العمل بطريقة أخرى. فهمُنا: ننطلق من مشكل مصلحة، ونجرّب سريعا على نطاق صغير، ثم نقرّر."),
        Participation = FrenchArabic(
            "Services de la ville d’un côté, partenaires extérieurs de l’autre, le bureau entre les deux. La place des habitants n’est pas décrite dans la source.",
            "مصالح المدينة من جهة، والشركاء الخارجيون من جهة أخرى، والمكتب بينهما. لا يصف المصدر مكان المتساكنين."),
        Outcomes = FrenchArabic(
            "Le bureau est présenté en 2021 comme une bonne pratique. San Francisco et Rotterdam ont aussi cherché ensemble comment réduire la fracture numérique. Pas de chiffres dans la source.",
            "قُدّم المكتب سنة 2021 كممارسة جيّدة. وبحثت سان فرانسيسكو مع روتردام كيف تُقلَّص الفجوة الرقمية. لا أرقام في المصدر."),
        Transferability = FrenchArabic(
            "Chez nous : une délégation, un problème, trois mois, un partenaire. Et une question posée d’avance : qui le fera vivre ensuite ?",
            "عندنا: معتمدية واحدة، ومشكل واحد، وثلاثة أشهر، وشريك واحد. وسؤال يُطرح مسبقا: من سيواصل بعد ذلك؟"),
        Lessons = FrenchArabic(
            "La source ne dit pas ce qui a été abandonné. Un bureau lié à un maire peut aussi disparaître avec lui : à écrire dans une délibération, pas seulement dans un discours.",
            "لا يذكر المصدر ما وقع التخلّي عنه. ومكتب مرتبط برئيس بلدية قد يذهب معه: يُكتب في مداولة لا في خطاب فقط."),
        Sectors = ["a10", "a15"],
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Meso,
        From = "2012",
        Sdgs = ["9", "11", "16", "17"],
        Beneficiaries = ["publicBodies", "everyone"],
        Phases =
        [
            new()
            {
                Name = FrenchArabic("Le défi (notre essai)", "التحدّي (تجربتنا)"),
                Actors = FrenchArabic("un service de la commune\nle pôle", "مصلحة بلدية\nالقطب"),
                Resources = FrenchArabic("une page pour dire le problème", "صفحة تصف المشكل"),
                Actions = FrenchArabic("écrire le problème sans la solution\ndire qui le vit\npublier le défi", "كتابة المشكل دون الحلّ\nتحديد من يعيشه\nنشر التحدّي"),
            },
            new()
            {
                Name = FrenchArabic("L’essai (notre essai)", "التجربة (تجربتنا)"),
                Actors = FrenchArabic("un partenaire extérieur\ndeux agents du service", "شريك من الخارج\nعونان من المصلحة"),
                Resources = FrenchArabic("trois mois\nun lieu où essayer", "ثلاثة أشهر\nمكان للتجربة"),
                Actions = FrenchArabic(
                    "essayer à petite échelle\nnoter ce qui gêne\nmontrer à ceux qui vivent le problème",
                    "التجربة على نطاق صغير\nتدوين ما يعطّل\nعرض الحلّ على من يعيش المشكل"),
            },
            new()
            {
                Name = FrenchArabic("La décision (notre essai)", "القرار (تجربتنا)"),
                Actors = FrenchArabic("le service", "المصلحة"),
                Resources = FrenchArabic("le bilan de l’essai", "حصيلة التجربة"),
                Actions = FrenchArabic("adopter, corriger ou arrêter\ndire pourquoi\nnommer qui continue", "الاعتماد أو التعديل أو التوقّف\nذكر السبب\nتعيين من يواصل"),
            },
        ],
        Results =
        [
            new() { What = FrenchArabic("Année de création du bureau", "سنة إحداث المكتب"), Figure = "2012", Source = "Respond, Rebuild, Reinvent, 30.11.2021", Date = "2021-11" },
        ],
        Conditions =
        [
            new() { Determinant = "C3.1", IsRequired = true, Text = FrenchArabic("Un service qui reconnaît un problème et libère deux agents.", "مصلحة تعترف بمشكل وتفرّغ عونين.") },
            new() { Determinant = "C2.3", IsRequired = true, Text = FrenchArabic("Un élu ou un responsable qui protège l’essai.", "مسؤول يحمي التجربة.") },
            new() { Determinant = "C2.2", Text = FrenchArabic("Quelqu’un qui parle la langue de l’administration et celle des entreprises.", "من يتكلّم لغة الإدارة ولغة المؤسسات معا.") },
            new() { Determinant = "C4.1", Text = FrenchArabic("Un réseau où trouver le partenaire.", "شبكة نجد فيها الشريك.") },
        ],
        Risks =
        [
            new()
            {
                Name = FrenchArabic("L’essai plaît, puis personne ne le reprend.", "تعجب التجربة الناس ثم لا يواصلها أحد."),
                Coping = FrenchArabic("Nommer dès le défi l’agent qui la fera vivre, et réserver son temps.", "تعيين العون الذي سيواصل منذ نشر التحدّي، وتخصيص وقته."),
            },
            new()
            {
                Name = FrenchArabic("Le partenaire privé décide du problème.", "الشريك الخاص هو من يحدّد المشكل."),
                Coping = FrenchArabic("Le défi est écrit et publié avant de chercher un partenaire.", "يُكتب التحدّي ويُنشر قبل البحث عن شريك."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "challenge-sheet",
                Name = FrenchArabic("La fiche défi", "بطاقة التحدّي"),
                Text = FrenchArabic("Une page : le problème, qui le vit, ce qui a déjà été essayé, qui décidera.", "صفحة: المشكل، ومن يعيشه، وما جُرّب من قبل، ومن سيقرّر."),
            },
            new()
            {
                Id = "three-month-trial",
                Name = FrenchArabic("L’essai de trois mois", "تجربة الأشهر الثلاثة"),
                Text = FrenchArabic(
                    "Une durée fixe, un petit lieu, et une décision à la fin, même pour arrêter.",
                    "مدّة محدّدة ومكان صغير وقرار في النهاية، ولو كان التوقّف."),
            },
        ],
        Credit = "Ville de San Francisco. Source : Respond, Rebuild, Reinvent, article du 30.11.2021. Les étapes sont une proposition du pôle de Sidi Bouzid.",
        FunderNotice = FunderNotices.RrrFrench,
    };
}
