using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Citess.ActivityPub.Contexts;

namespace Citess.Poles.Network.Repair;

/// <summary>One line of a signed file. <paramref name="Bytes"/> is null when the line is longer than any may be.</summary>
internal sealed record FileLine(int Number, byte[]? Bytes);

/// <summary>
/// What poles shared as a file: lines of JSON, compressed. The first says whose it is and how far it goes, each other is a
/// signed document word for word, and at last the images and documents that they name. A further line of the first kind
/// begins what is of another pole: two files one behind the other are a file.
/// </summary>
internal static class SignedFile
{
    public const string MediaType = "application/gzip";

    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="actor">The signed document of the pole whose documents follow.</param>
    /// <param name="checkpoint">Its word on all that it shared; null when what follows is a choice.</param>
    public static byte[] Head(string actor, string? checkpoint)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Unescaped))
        {
            json.WriteStartObject();
            json.WritePropertyName("@context");
            Context.Value.WriteTo(json);
            json.WriteString("type", "OrderedCollection");
            json.Raw("actor", actor);
            if (checkpoint is not null)
            {
                json.Raw("checkpoint", checkpoint);
            }

            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>True of a line that says whose documents follow.</summary>
    public static bool IsHead(JsonElement line) => line.ValueKind == JsonValueKind.Object && line.TryGetProperty("actor", out _)
        && line.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "OrderedCollection";

    public static async Task WriteLineAsync(Stream target, byte[] line, CancellationToken stop)
    {
        await target.WriteAsync(line, stop);
        await target.WriteAsync("\n"u8.ToArray(), stop);
    }

    /// <summary>Line by line; what is longer than a document or a blob may be is passed over and told, and never gathered in memory.</summary>
    public static async IAsyncEnumerable<FileLine> ReadAsync(Stream source, [EnumeratorCancellation] CancellationToken stop)
    {
        var reader = PipeReader.Create(source, new(bufferSize: 64 * 1024, leaveOpen: true));
        var (number, isTooLong) = (0, false);
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                number++;
                yield return new(number, isTooLong || line.Length > BlobLine.MaxBytes ? null : line.ToArray());
                isTooLong = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (buffer.Length > 0 || isTooLong)
                {
                    yield return new(number + 1, isTooLong || buffer.Length > BlobLine.MaxBytes ? null : buffer.ToArray());
                }

                yield break;
            }

            if (buffer.Length > BlobLine.MaxBytes)
            {
                isTooLong = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
