using System.Globalization;
using System.IO.Compression;
using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Export;
using Citess.Poles.Tests.Components;
using MiniExcelLibs;
using Xunit;

namespace Citess.Poles.Tests.Practices.Export;

/// <summary>Practices as tables: to be opened in a program that would run a formula.</summary>
public sealed class TableFilesTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 1", "'+33 1")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"https://x\", \"y\")", "\"'=HYPERLINK(\"\"https://x\"\", \"\"y\"\")\"")]
    [InlineData("a = b", "a = b")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    public void A_text_that_a_spreadsheet_program_would_run_is_marked_as_text(string text, string cell) => Assert.Equal(cell, CsvFile.Cell(text));

    [Fact]
    public void A_number_and_a_date_are_the_same_in_every_language()
    {
        CultureInfo.CurrentCulture = Languages.Find("fr")!.Culture;
        Assert.Equal("120000", CsvFile.Cell(120_000L));
        Assert.Equal("-5", CsvFile.Cell(-5L));
        Assert.Equal("2026-01-31", CsvFile.Cell(new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("fr", "Adresse permanente,Pôle,Titre,", "Un pressoir partagé")]
    [InlineData("ar", "العنوان الدائم,القطب,العنوان,", "معصرة مشتركة")]
    public async Task A_table_begins_with_the_sign_of_UTF_8_and_speaks_the_language_of_the_reader(string language, string begins, string holds)
    {
        var bytes = await BytesAsync(language, CsvFile.WriteAsync, Row(PracticeExamples.Press));
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Equal([0xef, 0xbb, 0xbf], bytes[..3]);
        Assert.StartsWith(begins, text[1..], StringComparison.Ordinal);
        Assert.Contains(holds, text, StringComparison.Ordinal);
        Assert.Contains("120000,TND,https://creativecommons.org/licenses/by-sa/4.0/,Les coopératives de la vallée,Avec l’appui d’un programme.,2026-11-20,3,2,0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("73 000 000", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task In_a_workbook_a_formula_is_a_text_a_cost_a_number_and_a_date_a_date()
    {
        var bytes = await BytesAsync("fr", XlsxFile.WriteAsync, Row(PracticeExamples.Press with { Title = MultilingualText.Of("fr", "=1+1 & <b>\"x\"</b>"), Credit = "@SUM(A1)" }));
        var sheet = Part(bytes, "xl/worksheets/sheet1.xml");

        Assert.DoesNotContain("<x:f>", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        var cells = Assert.Single(new MemoryStream(bytes).Query(useHeaderRow: true).Cast<IDictionary<string, object>>());
        Assert.Equal("=1+1 & <b>\"x\"</b>", cells["Titre"]);
        Assert.Equal("@SUM(A1)", cells["Qui l’a faite"]);
        Assert.Equal(120_000.0, cells["Combien cela coûte"]);
        Assert.Equal(new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Unspecified), cells["Dernière modification"]);
    }

    [Fact]
    public async Task A_workbook_in_Arabic_is_read_from_the_right()
    {
        Assert.Matches("rightToLeft=\"(1|true)\"", Part(await BytesAsync("ar", XlsxFile.WriteAsync, Row(PracticeExamples.Press)), "xl/worksheets/sheet1.xml"));
        Assert.DoesNotMatch("rightToLeft=\"(1|true)\"", Part(await BytesAsync("fr", XlsxFile.WriteAsync, Row(PracticeExamples.Press)), "xl/worksheets/sheet1.xml"));
    }

    [Fact]
    public async Task A_table_of_nothing_still_has_its_headings()
    {
        Assert.StartsWith("Adresse permanente,", Encoding.UTF8.GetString(await BytesAsync("fr", CsvFile.WriteAsync))[1..], StringComparison.Ordinal);
        Assert.Equal("Adresse permanente", new MemoryStream(await BytesAsync("fr", XlsxFile.WriteAsync)).Query().Cast<IDictionary<string, object>>().First()["A"]);
    }

    private static PracticeRow Row(Practice practice) => new("https://mahdia.example/" + PracticeExamples.Key, "Mahdia", new()
    {
        Content = practice,
        Revision = 3,
        Audience = Audience.Public,
        IsWithdrawn = false,
        Created = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
        Updated = new(2026, 11, 20, 23, 0, 0, TimeSpan.Zero),
        By = "",
    }, Confirmed: 2, Tried: 0);

    private static async Task<byte[]> BytesAsync(string language, Func<Stream, IReadOnlyList<string>, IAsyncEnumerable<IReadOnlyList<object?>>, CancellationToken, Task> write, params PracticeRow[] rows)
    {
        await using var rendering = new Rendering(language);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Find(language)!.Culture;
        var table = new PracticeTable(rendering.Texts);
        using var target = new MemoryStream();
        await write(target, table.Headings, rows.ToAsyncEnumerable().Select(table.Cells), TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    private static string Part(byte[] workbook, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
