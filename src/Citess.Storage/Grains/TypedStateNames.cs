using Orleans.Runtime;

namespace Citess.Storage.Grains;

/// <summary>
/// Names a state by grain type and state name. Orleans leaves the type out, so two kinds of grain with one key and one
/// state name would share a row (dotnet/orleans 9737).
/// </summary>
internal sealed class TypedStateNames : PersistentStateFactory
{
    protected override string GetFullStateName(IGrainContext context, IPersistentStateConfiguration cfg) =>
        context.GrainId.Type + "/" + cfg.StateName;
}
