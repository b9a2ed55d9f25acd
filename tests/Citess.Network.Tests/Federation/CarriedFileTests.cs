using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>The program <c>citess</c> itself, between Mahdia and Barcelona, which never met.</summary>
public sealed class CarriedFileTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("citess-stick-").FullName;
    private readonly Dictionary<RunningPole, (string Id, string Secret)> programs = [];
    private RunningPole mahdia = default!;
    private RunningPole barcelona = default!;

    public async ValueTask InitializeAsync()
    {
        mahdia = await StartAsync("Mahdia");
        barcelona = await StartAsync("Barcelona");
    }

    public async ValueTask DisposeAsync()
    {
        await mahdia.DisposeAsync();
        await barcelona.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_one_pole_exports_another_imports_and_since_a_cursor_only_what_came_later()
    {
        var (first, second) = (Samples.NewId(), Samples.NewId());
        await mahdia.CreateAsync(first, Samples.Practice("Pressoir partagé"));
        var all = await ExportAsync("0");
        await mahdia.CreateAsync(second, Samples.Practice("Atelier du samedi"), Audience.Network);
        var later = await ExportAsync(JsonElement.Parse(Lines(all)[0]).GetProperty("checkpoint").GetProperty("cursor").GetString()!);
        Assert.DoesNotContain("Pressoir", string.Concat(Lines(later)), StringComparison.Ordinal);

        var (code, said) = await ImportAsync(later);
        Assert.True(code == 0, said);
        Assert.Null(await barcelona.ShownAsync(mahdia, first));
        Assert.Equal(await mahdia.DocumentsOfAsync(second, ""), await barcelona.DocumentsOfAsync(second, mahdia.Authority));
        (code, said) = await ImportAsync(all);
        Assert.True(code == 0, said);
        Assert.Equal(await mahdia.DocumentsOfAsync(first, ""), await barcelona.DocumentsOfAsync(first, mahdia.Authority));
    }

    [Fact]
    public async Task A_document_altered_by_one_byte_is_refused_by_its_name_and_an_altered_first_line_with_all_that_follows()
    {
        var (altered, whole) = (Samples.NewId(), Samples.NewId());
        await mahdia.CreateAsync(altered, Samples.Practice("Pressoir partagé"));
        await mahdia.CreateAsync(whole, Samples.Practice("Atelier du samedi"));
        var lines = Lines(await ExportAsync("0"));
        var place = lines.FindIndex(line => line.Contains("Pressoir", StringComparison.Ordinal));

        // The one who speaks is altered: nothing of the file is worth anything.
        var before = await barcelona.Database.ContentAsync();
        var (code, said) = await ImportAsync(Write([Altered(lines[0], "Mahdia"), .. lines[1..]]));
        Assert.True(code == 1 && said.Contains("This is no file of a pole", StringComparison.Ordinal), said);
        Assert.Equal(before, await barcelona.Database.ContentAsync());

        lines[place] = Altered(lines[place], "Pressoir");
        (code, said) = await ImportAsync(Write(lines));
        Assert.True(code == 1 && said.Contains($"line {place + 1}: ", StringComparison.Ordinal) && said.Contains(mahdia.Address(altered), StringComparison.Ordinal), said);
        Assert.Empty(await barcelona.Database.QueryAsync<string>("SELECT body FROM document WHERE body LIKE @about", new { about = $"%{altered}%" }));
        Assert.Null(await barcelona.ShownAsync(mahdia, altered));
        Assert.NotNull(await barcelona.ShownAsync(mahdia, whole));
    }

    [Fact]
    public async Task A_file_that_was_damaged_on_the_way_is_said_to_be_and_what_stands_before_the_damage_is_taken()
    {
        // More than is unfolded at once.
        var ids = Enumerable.Range(0, 6).Select(_ => Samples.NewId()).ToList();
        foreach (var id in ids)
        {
            await mahdia.CreateAsync(id, Samples.Practice("Pressoir partagé", string.Join(' ', Enumerable.Range(0, 800).Select(number => "jour" + number))));
        }

        var file = await ExportAsync("0");

        // One byte of the sum with which the compressed bytes end.
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^6] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var (code, said) = await ImportAsync(file);
        Assert.True(code == 1 && said.Contains("the file is damaged from here on", StringComparison.Ordinal), said);
        Assert.Equal(await mahdia.DocumentsOfAsync(ids[0], ""), await barcelona.DocumentsOfAsync(ids[0], mahdia.Authority));
    }

    private async Task<RunningPole> StartAsync(string name)
    {
        var pole = await (await TestPole.StartAsync(name)).SetUpAsync();
        using var person = await pole.Process.SignInAsync();
        programs[pole] = await person.ProgramAsync("Stick");
        return pole;
    }

    private async Task<string> ExportAsync(string since)
    {
        var file = Path.Combine(folder, Path.GetRandomFileName());
        var (code, said) = await CitessAsync(mahdia, "export", "--since", since, "--to", file);
        Assert.True(code == 0, said);
        return file;
    }

    private Task<(int Code, string Said)> ImportAsync(string file) => CitessAsync(barcelona, "import", file);

    private async Task<(int Code, string Said)> CitessAsync(RunningPole pole, params string[] words)
    {
        var (id, secret) = programs[pole];
        var start = new ProcessStartInfo("dotnet", [TestPole.BuiltOf("Citess.Cli", "citess"), .. words, "--pole", pole.Origin, "--client", id, "--local"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["CITESS_SECRET"] = secret;
        using var citess = Process.Start(start)!;
        var said = await Task.WhenAll(citess.StandardOutput.ReadToEndAsync(), citess.StandardError.ReadToEndAsync());
        await citess.WaitForExitAsync();
        return (citess.ExitCode, string.Concat(said));
    }

    /// <summary>The first letter of a word is another.</summary>
    private static string Altered(string line, string word)
    {
        Assert.Contains(word, line, StringComparison.Ordinal);
        return line.Replace(word, "X" + word[1..], StringComparison.Ordinal);
    }

    private static List<string> Lines(string file)
    {
        using var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private string Write(List<string> lines)
    {
        var file = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllBytes(file, SignedFiles.Zip(lines));
        return file;
    }
}
