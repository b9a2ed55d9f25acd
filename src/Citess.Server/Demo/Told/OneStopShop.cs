using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>The pole itself, after the CitESS methodology.</summary>
internal static class OneStopShop
{
    public static Practice Content { get; } = new()
    {
        Title = ArabicFrench("شبّاك موحّد يجمع من كانوا يعملون كلٌّ على حدة", "Un guichet unique pour ceux qui travaillaient chacun de leur côté"),
        Line = ArabicFrench(
            "الهياكل العمومية والجمعيات والجامعات تستقبل أصحاب المشاريع من باب واحد عوضا عن أبواب متفرّقة.",
            "Structures publiques, associations et universités accueillent les porteurs de projets par une seule porte au lieu de plusieurs."),
        Overview = ArabicFrench(
            "في الجهة هياكل كثيرة تساند بعث المشاريع، لكن كلّ واحد منها يرجع إلى وزارة وله برامجه، ولا يعرف دائما ما يفعله جاره. من لها فكرة تدور بين المكاتب وتعيد قصّتها في كل مرّة. هنا، في ولاية المهدية، جُرّب نموذج CitESS لأوّل مرّة.",
            "La région compte beaucoup de structures d’appui, mais chacune dépend d’un ministère, suit ses propres programmes et ignore souvent ce que fait sa voisine. Celle qui a une idée va de bureau en bureau et raconte son histoire à chaque fois. C’est ici, dans le gouvernorat de Mahdia, que le modèle CitESS a été essayé pour la première fois."),
        Solution = ArabicFrench(
            """
            قطب ترابي، بمقرّ أو دون مقرّ، يربط الموجود عوضا عن إضافة هيكل آخر. يقدّم أربع خدمات:

            - الإعلام والتوجيه
            - المرافقة والاحتضان والاستشارة
            - تكوين هياكل المساندة
            - مشاريع وتجارب تُبنى مع الشركاء

            الأولوية للنساء والشباب، أفرادا ومجموعات، مهما كانت مرحلة المشروع.
            """,
            """
            Un pôle, avec ou sans locaux, qui relie ce qui existe au lieu d’ajouter une structure de plus. Il rend quatre services :

            - information et orientation
            - accompagnement, incubation et conseil
            - formation des structures d’appui
            - projets et essais montés avec des partenaires

            Priorité aux femmes et aux jeunes, seuls ou en groupe, quelle que soit l’étape du projet.
            """),
        Approach = ArabicFrench(
            "نبدأ بالتشاور لا بالأوراق: تشخيص للمجال الترابي، ثم طاولة يجلس حولها من يساند بعث المشاريع فعلا، ثم تعريف مشترك للاقتصاد الاجتماعي والتضامني وميثاق. الشكل القانوني يأتي بعد ذلك، حين يصبح التعاون عادة. أمّا المال فمن مصادر مختلفة: تمويل عمومي، وتعاون دولي، وخدمات بمقابل.",
            "On commence par se concerter, pas par des papiers : un diagnostic du territoire, puis une table où s’assoient ceux qui accompagnent déjà des projets, puis une définition partagée de l’ESS et une charte. La forme juridique vient ensuite, quand coopérer est devenu une habitude. L’argent vient de plusieurs côtés : fonds publics, coopération internationale, services facturés."),
        Participation = ArabicFrench(
            "في الهيئة المديرة خمسة مكوّنات: الهياكل العمومية، والجامعة، والمجتمع المدني، ومنظّمات الاقتصاد الاجتماعي والتضامني، والمؤسسات الخاصة. ننصح بألّا تجتمع الرئاسة والأغلبية عند جهة واحدة. والفاعلون المحليّون يصوغون الميثاق بأنفسهم، لا يوقّعون نصّا جاهزا.",
            "Cinq composantes siègent au conseil : organismes publics, université, société civile, organisations de l’ESS, entreprises privées. Nous conseillons que présidence et majorité ne soient jamais entre les mêmes mains. Les acteurs locaux écrivent la charte eux-mêmes ; ils ne signent pas un texte tout prêt."),
        Outcomes = ArabicFrench(
            "أثمر المسار فضاء للتشاور، وهيئة مديرة، وجمعية، ومحاورا معروفا في الجهة. أُنشئ قطبان في تونس، في المهدية وسيدي بوزيد، وبقي النموذج حيّا بعد نهاية مشروع iESS!\u200E. لا يذكر المصدر عدد المشاريع التي وقعت مرافقتها.",
            "Le chemin a donné un lieu de concertation, un conseil, une association et un interlocuteur reconnu dans la région. Deux pôles ont été créés en Tunisie, à Mahdia et à Sidi Bouzid, et le modèle a survécu au projet iESS!. La source ne dit pas combien de projets ont été accompagnés."),
        Transferability = ArabicFrench(
            "ينجح حيث توجد خدمات يمكن ربطها: القطب يجمع ولا يعوّض. كيّفوا كل شيء مع السياق: التعريف، والمقرّ، والشكل القانوني. ويمكن أن يبدأ القطب افتراضيا ثم يبحث عن مكان.",
            "Cela marche là où des services existent déjà : le pôle relie, il ne remplace pas. Adaptez tout au contexte, la définition comme le lieu et la forme juridique. Un pôle peut commencer sans locaux et en chercher plus tard."),
        Lessons = ArabicFrench(
            "ينبّه المصدر إلى ثلاثة أخطاء: شكل جمعياتي سابق لأوانه حيث لم تترسّخ ثقافة العمل الجمعياتي؛ فاعلون بارزون يدفعون المبادرة إلى الأمام ثم يصعب عليهم اقتسام القرار عند انتخاب الهيئة؛ وتعويل كبير على المانحين يجعل القطب هشّا كلّما تغيّرت السياسة.",
            "La source met en garde contre trois erreurs : une forme associative trop précoce là où la culture associative est peu ancrée ; des acteurs en vue qui portent l’initiative, puis peinent à partager la décision au moment d’élire le conseil ; un recours excessif aux bailleurs, qui rend le pôle fragile à chaque changement politique."),
        Sectors = ["a17"],
        Territory = "TN-53",
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Meso,
        Sdgs = ["8", "11", "12", "16", "17"],
        Beneficiaries = ["women", "youngPeople", "entrepreneurs", "sseOrganisations"],
        Phases =
        [
            new()
            {
                Name = ArabicFrench("هل الأرضية جاهزة؟", "Le terrain est-il prêt ?"),
                Actors = ArabicFrench("فاعلون محليّون في الاقتصاد الاجتماعي والتضامني\nهياكل المساندة", "acteurs locaux de l’ESS\nstructures d’appui"),
                Resources = ArabicFrench("بعض الأسئلة للانطلاق\nالمعطيات المتوفرة عن الجهة", "quelques questions de départ\nles données existantes sur la région"),
                Actions = ArabicFrench(
                    "معرفة من يعمل وماذا يقدّم\nالنظر هل الفاعلون متفرّقون أم مترابطون\nالسؤال: إلى أين يتوجّه صاحب المشروع؟ وإلى أين يتوجّه المموّل؟",
                    "savoir qui agit et ce qu’il propose\nvoir si les acteurs sont dispersés ou reliés\ndemander où va le porteur de projet, et où va le bailleur"),
            },
            new()
            {
                Name = ArabicFrench("التشاور", "La concertation"),
                Actors = ArabicFrench(
                    "السلط المحلية والجهوية\nوزارات ووكالات وطنية\nفاعلون محليّون وشبكاتهم\nجامعات",
                    "autorités locales et régionales\nministères et agences\nacteurs locaux et leurs réseaux\nuniversités"),
                Resources = ArabicFrench(
                    "ميسّرون يحسنون الإصغاء\nقائد متحمّس، والأفضل من خارج الإدارة\nحدّ أدنى من الثقة\nمال لعمل الفريق",
                    "facilitateurs qui savent écouter\nun meneur motivé, de préférence hors administration\nun minimum de confiance\nde quoi payer l’équipe"),
                Actions = ArabicFrench(
                    "تشخيص ترابي أوّلي\nشبكة غير رسمية حول طاولة واحدة\nتعريف مشترك للاقتصاد الاجتماعي والتضامني\nالاتفاق على المكان والدور وطريقة العمل",
                    "diagnostic préliminaire du territoire\nun réseau informel autour d’une même table\ndéfinition partagée de l’ESS\naccord sur le lieu, le rôle et le fonctionnement"),
            },
            new()
            {
                Name = ArabicFrench("الإنشاء والتفعيل", "La mise en place"),
                Actors = ArabicFrench(
                    "كل هياكل المساندة العمومية والخاصة\nفريق تيسير ميداني",
                    "toutes les structures d’appui, publiques et privées\nune équipe de facilitation de terrain"),
                Resources = ArabicFrench("شبكات تفتح الأبواب\nمال للتكوين والتحسيس", "des réseaux qui ouvrent des portes\nde quoi former et sensibiliser"),
                Actions = ArabicFrench(
                    "ميثاق قيم والتزامات\nتكوين هياكل المساندة وخدمات ناقصة تُضاف\nتبادل مع أقطاب أخرى\nهيئة مديرة ثم شكل قانوني",
                    "charte de valeurs et d’engagements\nformation des structures d’appui, services manquants ajoutés\néchanges avec d’autres pôles\nun conseil, puis une forme juridique"),
            },
            new()
            {
                Name = ArabicFrench("الاستدامة", "La durée"),
                Actors = ArabicFrench("الهيئة المديرة\nالهياكل العمومية\nحرفاء الخدمات", "le conseil\nles structures publiques\nles clients des services"),
                Resources = ArabicFrench("تمويل متنوّع\nكفاءات باقية في الجهة", "des financements variés\ndes compétences qui restent sur place"),
                Actions = ArabicFrench(
                    "خدمات بمقابل لا تنافس الموجود\nتثبيت المكتسبات لدى الهياكل العمومية\nالتعريف بالتعاون الناجح",
                    "services payants qui ne concurrencent pas l’existant\nancrer les acquis dans les structures publiques\nfaire connaître les coopérations réussies"),
            },
        ],
        Results =
        [
            new() { What = ArabicFrench("أقطاب أُنشئت في تونس في إطار مشروع iESS!\u200E", "Pôles créés en Tunisie dans le cadre d’iESS!"), Figure = "2", Source = "CitESS, MedRiSSE, 2023", Date = "2023" },
            new() { What = ArabicFrench("خدمات أساسية يقدّمها القطب", "Services principaux rendus par le pôle"), Figure = "4", Source = "CitESS, MedRiSSE, 2023", Date = "2023" },
            new() { What = ArabicFrench("مكوّنات ينبغي أن تكون ممثّلة في الهيئة المديرة", "Composantes à représenter au conseil"), Figure = "5", Source = "CitESS, MedRiSSE, 2023", Date = "2023" },
        ],
        Conditions =
        [
            new() { Determinant = "C2.5", IsRequired = true, Text = ArabicFrench(
                "توجد خدمات مساندة، ولو متفرّقة: القطب يربطها ولا يعوّضها.",
                "Des services d’appui existent, même dispersés : le pôle les relie, il ne les remplace pas.") },
            new() { Determinant = "C1.1", IsRequired = true, Text = ArabicFrench(
                "حدّ أدنى من الثقة والاحترام بين العمومي والخاص والجمعياتي.",
                "Un minimum de confiance et de respect entre public, privé et associations.") },
            new() { Determinant = "C3.1", IsRequired = true, Text = ArabicFrench("السلط المحلية تشارك فعلا ولا تكتفي بالحضور.", "Les autorités locales s’engagent, elles ne font pas que venir.") },
            new() { Determinant = "C3.4", IsRequired = true, Text = ArabicFrench("فاعلون محليّون يعرفون حاجيات الناس ويقولونها.", "Des acteurs locaux connaissent les besoins des gens et les disent.") },
            new() { Determinant = "C2.3", IsRequired = true, Text = ArabicFrench(
                "شخص متحمّس وذو تأثير يقود المسار ويقبل اقتسام القرار.",
                "Une personne influente et motivée mène la démarche et accepte de partager la décision.") },
            new() { Determinant = "C2.1", IsRequired = true, Text = ArabicFrench("مال يكفي لفريق التيسير منذ التشاور.", "De quoi payer l’équipe de facilitation dès la concertation.") },
            new() { Determinant = "C3.5", Text = ArabicFrench("جامعة تساعد على تغيير النظرة إلى الاقتصاد الاجتماعي والتضامني.", "Une université aide à changer le regard porté sur l’ESS.") },
            new() { Determinant = "C4.1", Text = ArabicFrench("أعضاء لهم شبكات تفتح أبواب الموارد.", "Des membres dont les réseaux donnent accès aux ressources.") },
        ],
        Risks =
        [
            new()
            {
                Name = ArabicFrench("تأسيس قانوني متسرّع قبل أن يترسّخ التعاون.", "Une formalisation précipitée, avant que la coopération soit ancrée."),
                Coping = ArabicFrench(
                    "العمل معا أوّلا، دون شكل قانوني. ثم اختيار شكل يناسب ثقافة المكان ويسمح لكل المكوّنات بالانضمام.",
                    "Travailler d’abord ensemble, sans statut. Choisir ensuite une forme qui convient à la culture du lieu et que toutes les composantes peuvent rejoindre."),
            },
            new()
            {
                Name = ArabicFrench("التعويل على المانحين الدوليين.", "La dépendance envers les bailleurs internationaux."),
                Coping = ArabicFrench(
                    "فتح ملفّ التمويل منذ التشاور، وتنويع المصادر، وعرض خدمات بمقابل لا تنافس الموجود.",
                    "Parler d’argent dès la concertation, varier les sources, proposer des services payants qui ne concurrencent pas l’existant."),
            },
            new()
            {
                Name = ArabicFrench("مسار يأتي من فوق ولا يشعر به أهل الجهة.", "Une démarche venue d’en haut, que la région ne sent pas sienne."),
                Coping = ArabicFrench(
                    "تعريف وميثاق يكتبهما الفاعلون المحليّون، واستراتيجية للجهة تسبق القطب وتتجاوزه.",
                    "Une définition et une charte écrites par les acteurs locaux, et une stratégie de territoire plus large que le pôle."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "first-questions",
                Name = ArabicFrench("أسئلة الانطلاق", "Les questions de départ"),
                Text = ArabicFrench(
                    "أسئلة قليلة تُطرح قبل أيّ تخطيط. تكفيها جلسة واحدة مع من يعرفون الجهة.",
                    "Quelques questions à poser avant tout plan. Une séance suffit, avec des gens qui connaissent la région."),
            },
            new()
            {
                Id = "orientation-desk",
                Name = ArabicFrench("مكتب الاستقبال والتوجيه", "L’accueil et l’orientation"),
                Text = ArabicFrench(
                    "شخص يستمع، ودليل محيّن للخدمات، ومتابعة لكل إحالة حتى جوابها. يمكن البدء به وحده.",
                    "Une personne qui écoute, un annuaire à jour, et chaque orientation suivie jusqu’à sa réponse. On peut commencer par là."),
            },
            new()
            {
                Id = "shared-definition",
                Name = ArabicFrench("تعريف مشترك", "Une définition partagée"),
                Text = ArabicFrench(
                    "نصّ قصير يتّفق عليه فاعلو الجهة: ما هو مشروع الاقتصاد الاجتماعي والتضامني عندنا؟",
                    "Un texte court sur lequel la région s’accorde : qu’est-ce qu’un projet d’ESS chez nous ?"),
            },
            new()
            {
                Id = "charter",
                Name = ArabicFrench("الميثاق", "La charte"),
                Text = ArabicFrench(
                    "قيم ومبادئ والتزامات يكتبها الشركاء معا ويوقّعونها، قبل الشكل القانوني.",
                    "Valeurs, principes et engagements écrits ensemble puis signés, avant la forme juridique."),
            },
        ],
        Credit = "نموذج CitESS كما وصفه مشروع MedRiSSE (ACPP)، بكلماتنا. المصدر: منهجية CitESS، مشروع MedRiSSE، 2023.",
        FunderNotice = FunderNotices.MedRisseArabic,
    };
}
