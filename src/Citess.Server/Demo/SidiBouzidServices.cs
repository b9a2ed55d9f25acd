using Citess.Poles.Kernel;
using Citess.Poles.Services;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>What the model of a pole offers, and made-up services whose names say so.</summary>
internal static class SidiBouzidServices
{
    public static IReadOnlyList<(string Id, Service Content, Audience Audience)> All { get; } =
    [
        ("01JDEMSERVSBZDA00000000001", new()
        {
            Name = FrenchArabic("Information et orientation", "الإعلام والتوجيه"),
            Line = FrenchArabic("On écoute, on cherche, on vous met en relation.", "نستمع، نبحث، ونصلكم بمن يساعد."),
            About = FrenchArabic("Source : méthodologie CitESS, MedRiSSE, 2023.", "المصدر: منهجية CitESS، مشروع MedRiSSE، 2023."),
            Eligibility = FrenchArabic("Tout le monde ; priorité aux femmes et aux jeunes.", "للجميع؛ الأولوية للنساء والشباب."),
            Provider = "actor/" + SidiBouzidActors.Pole,
            Languages = ["ar", "fr"],
            Territory = "TN-43",
        }, Audience.Public),
        ("01JDEMSERVSBZDA00000000002", new()
        {
            Name = FrenchArabic("Accompagnement et incubation", "المرافقة والاحتضان"),
            Line = FrenchArabic("Un suivi à chaque étape, pour une personne ou pour un groupe.", "متابعة في كل مرحلة، لشخص أو لمجموعة."),
            About = FrenchArabic("Source : méthodologie CitESS, MedRiSSE, 2023.", "المصدر: منهجية CitESS، مشروع MedRiSSE، 2023."),
            Provider = "actor/" + SidiBouzidActors.Pole,
            Languages = ["ar", "fr"],
            Territory = "TN-43",
        }, Audience.Public),
        ("01JDEMSERVSBZDA00000000003", new()
        {
            Name = FrenchArabic("Un bureau partagé pour démarrer", "مكتب مشترك للانطلاق"),
            Line = FrenchArabic("Un lieu pour travailler et être incubé, à Lingare Sidi Bouzid.", "مكان للعمل والاحتضان في Lingare سيدي بوزيد."),
            Provider = "actor/" + SidiBouzidActors.Lingare,
            Stages = [Stage.Ideation, Stage.StartUp],
            Languages = ["ar", "fr"],
            Territory = "TN-43",
        }, Audience.Public),
        ("01JDEMSERVSBZDA00000000004", new()
        {
            Name = FrenchArabic("Atelier emballage et étiquette (démonstration)", "ورشة التعليب والملصقات (مثال للعرض)"),
            Line = FrenchArabic("Deux jours pour donner à un produit l’emballage et l’étiquette qu’un magasin accepte.", "يومان ليصبح المنتوج مقبولا في المغازات، تعليبا وملصقا."),
            About = FrenchArabic(
                "Apportez trois exemplaires du produit. On repart avec un prototype, une liste de fournisseurs et le coût par pièce.\n\nService imaginaire.",
                "أحضروا ثلاث عيّنات من المنتوج. تعودون بنموذج وقائمة مزوّدين وكلفة القطعة الواحدة.\n\nخدمة خيالية للعرض."),
            Eligibility = FrenchArabic("Groupes et coopératives qui vendent déjà un produit.", "مجموعات وتعاضديات تبيع منتوجا من قبل."),
            Application = FrenchArabic("Par téléphone ou WhatsApp, avec une photo du produit.", "بالهاتف أو واتساب، مع صورة للمنتوج."),
            Fees = FrenchArabic("20 dinars par groupe.", "20 دينارا للمجموعة."),
            WaitTime = FrenchArabic("Un atelier par mois.", "ورشة كل شهر."),
            ProviderName = "Atelier de l’exemple (démonstration)",
            Stages = [Stage.Development, Stage.ScalingUp],
            Languages = ["ar", "fr"],
            Sectors = ["a01", "a03"],
            Territory = "TN-43",
            Telephone = "+216 00 000 211",
            AssuredOn = new(2026, 9, 28),
        }, Audience.Public),
        ("01JDEMSERVSBZDA00000000005", new()
        {
            Name = FrenchArabic("Répondre à un petit marché public (démonstration)", "المشاركة في شراء عمومي صغير (مثال للعرض)"),
            Line = FrenchArabic("On lit le cahier des charges ensemble, on prépare le dossier ensemble.", "نقرأ كرّاس الشروط معا ونعدّ الملفّ معا."),
            Eligibility = FrenchArabic("Coopératives, SMSA, GDA et associations qui peuvent facturer.", "التعاضديات والشركات التعاونية ومجامع التنمية والجمعيات التي يمكنها الفوترة."),
            Application = FrenchArabic("Passez à la commune avec l’annonce, au moins dix jours avant la date limite.", "زوروا البلدية ومعكم الإعلان، قبل الأجل بعشرة أيام على الأقل."),
            Fees = FrenchArabic("Gratuit.", "مجّانا."),
            Provider = "actor/" + SidiBouzidActors.Town,
            Stages = [Stage.Development, Stage.Sustainability],
            Languages = ["ar"],
            Sectors = ["a15"],
            Territory = "TN-43",
            AssuredOn = new(2026, 8, 31),
        }, Audience.Public),
        ("01JDEMSERVSBZDA00000000006", new()
        {
            Name = FrenchArabic("Garantie pour un emprunt de groupe (démonstration)", "ضمان لقرض جماعي (مثال للعرض)"),
            Line = FrenchArabic("La caisse se porte garante quand un groupe emprunte ensemble.", "يضمن الصندوق المجموعة عندما تقترض معا."),
            Eligibility = FrenchArabic("Groupes d’au moins cinq personnes, avec ou sans statut.", "مجموعات من خمسة أشخاص على الأقل، بشكل قانوني أو بدونه."),
            Application = FrenchArabic("Un entretien avec tout le groupe.", "لقاء مع كامل المجموعة."),
            Fees = FrenchArabic("Une cotisation annuelle par membre.", "اشتراك سنوي لكل عضو."),
            WaitTime = FrenchArabic("Réponse en trois semaines.", "الجواب في ثلاثة أسابيع."),
            Provider = "actor/" + SidiBouzidActors.Credit,
            Stages = [Stage.StartUp, Stage.Development],
            Languages = ["ar", "fr"],
            Sectors = ["a11"],
            Territory = "TN-43",
            Telephone = "+216 00 000 203",
            AssuredOn = new(2026, 10, 12),
        }, Audience.Network),
    ];
}
