using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>Made up, and its title says so: what became of <see cref="MarketDayRounds"/> elsewhere.</summary>
internal static class NeighbourhoodMarkets
{
    public static Practice Content { get; } = new()
    {
        Title = CatalanSpanishFrench("Rondes pels mercats del barri (demostració)", "Rondas por los mercados del barrio (demostración)", "Tournées des marchés du quartier (démonstration)"),
        Line = CatalanSpanishFrench(
            "El mateix dia cada setmana, dues persones atenen al costat de la parada d’informació del mercat.",
            "El mismo día cada semana, dos personas atienden junto al puesto de información del mercado.",
            "Le même jour chaque semaine, deux personnes reçoivent à côté du stand d’information du marché."),
        Overview = CatalanSpanishFrench(
            "Pràctica imaginària, per mostrar el programa. Molta gent compra al mercat i no sap on preguntar com es munta una cooperativa.",
            "Práctica imaginaria, para mostrar el programa. Mucha gente compra en el mercado y no sabe dónde preguntar cómo se monta una cooperativa.",
            "Pratique imaginaire, pour montrer le programme. Beaucoup de gens font leurs courses au marché et ne savent pas où demander comment on monte une coopérative."),
        Solution = CatalanSpanishFrench(
            "El dia fix ve de Sidi Bouzid. El full, no: fem servir la fitxa que la parada ja tenia.",
            "El día fijo viene de Sidi Bouzid. La hoja, no: usamos la ficha que el puesto ya tenía.",
            "Le jour fixe vient de Sidi Bouzid. La feuille, non : nous utilisons la fiche que le stand avait déjà."),
        Sectors = ["a17"],
        Territory = "ES-B",
        Status = PracticeStatus.Idea,
        Level = PracticeLevel.Micro,
        Credit = "Exemple inventat per a la demostració, a partir d’un exemple també inventat de Sidi Bouzid.",
    };
}
