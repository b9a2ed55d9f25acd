using System.Text.Json;
using Citess.Poles.Kernel;
using Orleans.Storage;

namespace Citess.Storage.Grains;

/// <summary>
/// State in the one form of <see cref="StateJson"/>, which the outbox trigger reads. Orleans' own serializer for JSON
/// cannot be given options, only changed ones, and the two would drift apart.
/// </summary>
internal sealed class StateSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, StateJson.Options));

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input, StateJson.Options);
}
