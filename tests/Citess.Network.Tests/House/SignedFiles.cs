using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Network.Repair;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Signed files as lines, out of one pole and into another.</summary>
public static class SignedFiles
{
    public static async Task<List<string>> ExportAsync(this RunningPole pole, string since = "0", bool isPublic = false)
    {
        using var bytes = new MemoryStream();
        await (await pole.Api.GetStreamAsync($"/api/copies/file?since={since}&isPublic={isPublic}")).CopyToAsync(bytes);
        return Lines(bytes.ToArray());
    }

    public static List<string> Lines(byte[] file)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    public static async Task<ImportReport> ImportAsync(this RunningPole pole, IReadOnlyList<string> lines)
    {
        using var answer = await pole.SendFileAsync(Zip(lines));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ImportReport>(StateJson.Options))!;
    }

    public static async Task<HttpResponseMessage> SendFileAsync(this RunningPole pole, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        return await pole.Api.PostAsync("/api/copies/file", content);
    }

    public static byte[] Zip(IReadOnlyList<string> lines)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        }

        return bytes.ToArray();
    }
}
