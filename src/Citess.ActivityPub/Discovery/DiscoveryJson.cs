using System.Text.Json;
using System.Text.Json.Serialization;

namespace Citess.ActivityPub.Discovery;

/// <summary>Generated metadata for the discovery documents: <c>DiscoveryJson.Default.Jrd</c>, <c>DiscoveryJson.Default.NodeInfo</c>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(Jrd))]
[JsonSerializable(typeof(NodeInfo))]
public sealed partial class DiscoveryJson : JsonSerializerContext;
