using System.Globalization;
using System.Text;

namespace Citess.Server.Demo.Together;

/// <summary>A sheet of paper as PDF: a few lines of Latin text, the same bytes each time.</summary>
internal static class DemoPaper
{
    public static byte[] Write(IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT /F 14 Tf 22 TL 60 780 Td\n");
        foreach (var line in lines)
        {
            // What the font of every reader has no letter for.
            text.Append('(').Append(line.Replace('’', '\'').Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Append(") Tj T*\n");
        }

        text.Append("ET");
        string[] parts =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {text.Length} >>\nstream\n{text}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var number = 0; number < parts.Length; number++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{parts[number]}\nendobj\n");
        }

        var end = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {parts.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {parts.Length + 1} /Root 1 0 R >>\nstartxref\n{end}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
