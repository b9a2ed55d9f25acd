using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Vocabulary;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Citess.Poles.Network.Repair;

/// <summary>Writes what repair serves. Signed documents go out as the bytes that were signed: written anew they would be others.</summary>
internal static class RepairDocuments
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document with the given id and type, and whatever <paramref name="members"/> adds.</summary>
    public static FileContentHttpResult Write(HttpContext http, string id, string type, Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(output, Unescaped))
        {
            json.WriteStartObject();
            json.WritePropertyName("@context");
            Context.Value.WriteTo(json);
            json.WriteString("id", id);
            json.WriteString("type", type);
            members(json);
            json.WriteEndObject();
        }

        return Send(http, output.WrittenSpan.ToArray());
    }

    public static FileContentHttpResult Send(HttpContext http, byte[] document)
    {
        // What is shown depends on who asks.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept, Signature";
        return TypedResults.Bytes(document, Ap.MediaType);
    }

    public static void Raw(this Utf8JsonWriter json, string name, string signed)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(signed, skipInputValidation: true);
    }

    public static void Items(this Utf8JsonWriter json, IEnumerable<string> signed)
    {
        json.WriteStartArray("orderedItems");
        foreach (var document in signed)
        {
            json.WriteRawValue(document, skipInputValidation: true);
        }

        json.WriteEndArray();
    }
}
