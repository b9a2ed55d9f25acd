using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>An idea of the pole’s own, to be talked over with Pam a Pam, in three languages.</summary>
internal static class PamAPam
{
    public static Practice Content { get; } = new()
    {
        Title = CatalanSpanishArabic(
            "Un directori solidari amb data: idea nostra, per parlar-ne amb Pam a Pam",
            "Un directorio solidario con fecha: idea nuestra, para hablarla con Pam a Pam",
            "دليل تضامني مؤرّخ: فكرة منّا نودّ مناقشتها مع Pam a Pam"),
        Line = CatalanSpanishArabic(
            "Un directori obert d’iniciatives solidàries, perquè comprar i trobar socis comenci a prop de casa.",
            "Un directorio abierto de iniciativas solidarias, para que comprar y encontrar socios empiece cerca de casa.",
            "دليل مفتوح للمبادرات التضامنية، حتى يبدأ الشراء والبحث عن شركاء قرب البيت."),
        Overview = CatalanSpanishArabic(
            "El nostre punt de partida és que moltes iniciatives solidàries no es veuen: qui vol comprar-hi no sap que existeixen i entre elles tampoc no es coneixen.",
            "Nuestro punto de partida es que muchas iniciativas solidarias no se ven: quien quiere comprar en ellas no sabe que existen y entre ellas tampoco se conocen.",
            "منطلقنا نحن أنّ كثيرا من المبادرات التضامنية لا يُرى: من يريد الشراء منها لا يعلم بوجودها، وهي لا تعرف بعضها بعضا."),
        Solution = CatalanSpanishArabic(
            "La nostra idea: un directori públic, per sectors i per llocs. Hi buscaria qui vol consumir d’una altra manera i també qui necessita un proveïdor o un soci.",
            "Nuestra idea: un directorio público, por sectores y por lugares. Buscaría en él quien quiere consumir de otra manera y también quien necesita un proveedor o un socio.",
            "فكرتنا: دليل مفتوح للجميع، حسب القطاع والمكان، يبحث فيه من يريد استهلاكا مختلفا، ومن يحتاج إلى مزوّد أو شريك."),
        Approach = CatalanSpanishArabic(
            "Ho faríem així: preguntes curtes i publicades, una visita i una fitxa amb data. Com treballa Pam a Pam, les nostres fonts no ho diuen: per això els ho volem preguntar.",
            "Lo haríamos así: preguntas cortas y publicadas, una visita y una ficha con fecha. Cómo trabaja Pam a Pam, nuestras fuentes no lo dicen: por eso se lo queremos preguntar.",
            "هكذا نتصوّر العمل: أسئلة قصيرة ومنشورة، وزيارة، وبطاقة مؤرّخة. أمّا كيف تعمل Pam a Pam فلا تقوله مصادرنا، ولذلك نودّ أن نسأل."),
        Participation = CatalanSpanishArabic(
            "Voldríem que el directori el fes una comunitat i no una oficina, i que qui hi surt pogués corregir la seva fitxa.",
            "Querríamos que el directorio lo hiciera una comunidad y no una oficina, y que quien aparece pudiera corregir su ficha.",
            "نودّ أن يكون الدليل من صنع مجموعة من الناس لا من صنع إدارة، وأن يصحّح كلّ من ورد فيه بطاقته."),
        Outcomes = CatalanSpanishArabic(
            "Encara no hi ha resultats: és una idea. De Pam a Pam no donem resultats, perquè no en tenim cap de contrastat.",
            "Todavía no hay resultados: es una idea. De Pam a Pam no damos resultados, porque no tenemos ninguno contrastado.",
            "لا نتائج بعد: هي فكرة. ولا نذكر نتائج عن Pam a Pam لأنّه ليس عندنا منها شيء متثبَّت منه."),
        Transferability = CatalanSpanishArabic(
            "El nostre consell: comenceu per un barri o una comarca i per quatre preguntes. El programa és el de menys; el que costa és tornar-hi cada any a veure si encara hi són.",
            "Nuestro consejo: empiecen por un barrio o una comarca y por cuatro preguntas. El programa es lo de menos; lo que cuesta es volver cada año a ver si siguen ahí.",
            "نصيحتنا: ابدؤوا بحيّ أو بمعتمدية وبأربعة أسئلة. البرنامج أقلّ الأمور شأنا؛ الصعب هو العودة كل سنة للتثبّت من أنّ المبادرات ما زالت قائمة."),
        Lessons = CatalanSpanishArabic(
            "El nostre dubte: un directori envelleix de seguida, i una fitxa sense data enganya més que un buit.",
            "Nuestra duda: un directorio envejece enseguida, y una ficha sin fecha engaña más que un vacío.",
            "ما نخشاه: الدليل يشيخ بسرعة، وبطاقة دون تاريخ تضلّل أكثر من الفراغ."),
        Sectors = ["a10"],
        Territory = "ES-CT",
        Status = PracticeStatus.Idea,
        Level = PracticeLevel.Meso,
        Sdgs = ["8", "11", "12"],
        Beneficiaries = ["sseOrganisations", "everyone"],
        Conditions =
        [
            new() { Determinant = "C2.2", IsRequired = true, Text = CatalanSpanishArabic("Gent amb temps per visitar i preguntar.", "Gente con tiempo para visitar y preguntar.", "ناس لهم وقت للزيارة والسؤال.") },
            new() { Determinant = "C3.4", IsRequired = true, Text = CatalanSpanishArabic("Iniciatives que acceptin mostrar com treballen.", "Iniciativas que acepten mostrar cómo trabajan.", "مبادرات تقبل أن تُظهر طريقة عملها.") },
            new() { Determinant = "C4.1", Text = CatalanSpanishArabic("Una xarxa que doni nom i continuïtat al directori.", "Una red que dé nombre y continuidad al directorio.", "شبكة تعطي الدليل اسما واستمرارا.") },
        ],
        Risks =
        [
            new()
            {
                Name = CatalanSpanishArabic("El directori s’omple i ningú no el torna a mirar.", "El directorio se llena y nadie lo vuelve a mirar.", "يمتلئ الدليل ولا يراجعه أحد."),
                Coping = CatalanSpanishArabic(
                    "Data a cada fitxa i una visita nova cada any; la que no es renova, s’amaga.",
                    "Fecha en cada ficha y una visita nueva cada año; la que no se renueva, se oculta.",
                    "تاريخ في كل بطاقة وزيارة جديدة كل سنة؛ وما لا يُجدَّد يُخفى."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "short-questions",
                Name = CatalanSpanishArabic("Les preguntes", "Las preguntas", "الأسئلة"),
                Text = CatalanSpanishArabic(
                    "Una llista curta i pública: com es decideix, com es paga, com es compra.",
                    "Una lista corta y pública: cómo se decide, cómo se paga, cómo se compra.",
                    "قائمة قصيرة ومنشورة: كيف يُتّخذ القرار، وكيف تُدفع الأجور، وكيف يُشترى."),
            },
            new()
            {
                Id = "visit",
                Name = CatalanSpanishArabic("La visita", "La visita", "الزيارة"),
                Text = CatalanSpanishArabic(
                    "Una conversa d’una hora, feta per algú format, que acaba en una fitxa amb data.",
                    "Una conversación de una hora, hecha por alguien formado, que acaba en una ficha con fecha.",
                    "محادثة مدّتها ساعة يجريها شخص تلقّى تكوينا، وتنتهي ببطاقة مؤرّخة."),
            },
        ],
        Credit = "Idea, condicions, riscos, peces i consells del pol de Barcelona. De Pam a Pam, només el nom.",
    };
}
