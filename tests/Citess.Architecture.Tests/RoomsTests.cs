using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Orleans;

namespace Citess.Architecture.Tests;

public sealed partial class RoomsTests
{
    /// <summary>Who may know whom: the drawing in CONTRIBUTING.md.</summary>
    [Theory]
    [InlineData("Citess.ActivityPub")]
    [InlineData("Citess.Poles", "Citess.ActivityPub")]
    [InlineData("Citess.Storage", "Citess.ActivityPub", "Citess.Poles")]
    [InlineData("Citess.Server", "Citess.ActivityPub", "Citess.Poles", "Citess.Storage")]
    [InlineData("citess", "Citess.ActivityPub")]
    public void References_go_in_one_direction(string room, params string[] mayKnow)
    {
        var known = House.Assemblies[room].GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Citess.", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(known.Except(mayKnow));
    }

    [Theory]
    [InlineData("Citess.ActivityPub", "Orleans", "Microsoft.AspNetCore", "Microsoft.Data", "Npgsql", "Dapper")]
    [InlineData("Citess.Poles", "Microsoft.Data", "Npgsql", "Dapper", "Orleans.Persistence.AdoNet")]
    [InlineData("citess", "Orleans", "Microsoft.AspNetCore", "Microsoft.Data", "Npgsql")]
    public void A_room_does_without_what_belongs_elsewhere(string room, params string[] foreign)
    {
        var known = House.Assemblies[room].GetReferencedAssemblies().Select(name => name.Name!);
        Assert.DoesNotContain(known, name => foreign.Any(each => name.StartsWith(each, StringComparison.Ordinal)));
    }

    [Fact]
    public void Grains_are_sealed_and_internal()
    {
        var grains = House.Assemblies["Citess.Poles"].GetTypes().Where(type => typeof(Grain).IsAssignableFrom(type) && !type.IsAbstract).ToList();
        Assert.NotEmpty(grains);
        Assert.All(grains, grain => Assert.True(grain.IsSealed && !grain.IsPublic, $"{grain.Name} is not internal sealed"));
    }

    [Fact]
    public void Grains_name_their_type_and_their_interface()
    {
        var types = House.Assemblies["Citess.Poles"].GetTypes();
        Assert.All(types.Where(type => typeof(Grain).IsAssignableFrom(type) && !type.IsAbstract), grain => Assert.True(Attribute.IsDefined(grain, typeof(GrainTypeAttribute)), grain.Name));
        Assert.All(types.Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type) && !type.IsGenericType), contract => Assert.True(Attribute.IsDefined(contract, typeof(GrainInterfaceTypeAttribute)), contract.Name));
    }

    [Fact]
    public void No_grain_knows_a_request()
    {
        var grains = House.Assemblies["Citess.Poles"].GetTypes().Where(type => typeof(Grain).IsAssignableFrom(type));
        Assert.All(grains, grain => Assert.DoesNotContain(grain.GetConstructors().SelectMany(constructor => constructor.GetParameters()),
            parameter => parameter.ParameterType == typeof(IHttpContextAccessor) || parameter.ParameterType == typeof(HttpContext)));
    }

    [Fact]
    public void The_kernel_names_no_feature()
    {
        var features = Directory.GetDirectories(Path.Combine(House.Root, "src/Citess.Poles")).Select(Path.GetFileName)
            .Where(name => name is not ("Kernel" or "Components" or "wwwroot" or "obj" or "bin" or "Properties")).ToList();
        Assert.NotEmpty(features);
        var named = House.Files("src/Citess.Poles/Kernel", "*.cs").SelectMany(file => features.Where(feature => File.ReadAllText(file).Contains($"Citess.Poles.{feature}", StringComparison.Ordinal)).Select(feature => $"{Path.GetFileName(file)} names {feature}"));
        Assert.Empty(named);
    }

    /// <summary>Two poles must get the same from the same: nothing that differs from one machine or moment to another is asked.</summary>
    [Fact]
    public void Matching_knows_no_silo_no_web_no_file_and_no_clock()
    {
        var files = House.Files("src/Citess.Poles/Matching", "*").ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.EndsWith(".cs", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotMatch(Impure(), File.ReadAllText(file)));
        var types = House.Assemblies["Citess.Poles"].GetTypes().Where(type => type.Namespace?.StartsWith("Citess.Poles.Matching", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(types);
        var named = types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)).SelectMany(Named).Select(type => type.Namespace ?? "").ToHashSet(StringComparer.Ordinal);
        Assert.Empty(named.Where(name => name is not ("System" or "System.Linq" or "System.Runtime.CompilerServices" or "System.Text") && !name.StartsWith("System.Collections", StringComparison.Ordinal) && !name.StartsWith("Citess.Poles.Matching", StringComparison.Ordinal)));

        static IEnumerable<Type> Named(MemberInfo member) => (member switch
        {
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
            ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            _ => Enumerable.Empty<Type>(),
        }).SelectMany(type => type.GetGenericArguments().Append(type)).Where(type => !type.IsGenericParameter);
    }

    /// <summary>What follows from a log must be the same on every machine, and be found without any.</summary>
    [Theory]
    [InlineData("src/Citess.Poles/Collaborations/Log")]
    public void What_is_pure_knows_no_grain_no_request_no_clock_and_no_database(string folder)
    {
        var files = House.Files(folder, "*.cs").ToList();
        Assert.NotEmpty(files);
        string[] foreign = ["Orleans", "GenerateSerializer", "IGrain", "Microsoft.AspNetCore", "HttpContext", "TimeProvider", "UtcNow", "async ", "System.IO", "Random", "Citess.Poles.Kernel"];
        Assert.Empty(files.SelectMany(file => foreign.Where(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)).Select(word => $"{Path.GetFileName(file)} names {word}")));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var files = House.Files("src", "*.cs", "*.razor").Concat(House.Files("tests", "*.cs")).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Select(file => (File: Path.GetRelativePath(House.Root, file), Lines: File.ReadLines(file).Count())).Where(each => each.Lines > 300));
    }

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        var vague = House.Assemblies.Values.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Citess", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(type => type.Name.Split('`')[0]).Where(name => Vague().IsMatch(name));
        Assert.Empty(vague);
    }

    [GeneratedRegex(@"\b(Orleans|AspNetCore|System\.IO|File|Console|TimeProvider|DateTime|DateTimeOffset|Stopwatch|Random|Guid|Environment|CultureInfo\.Current\w*|double|float|HashCode|GetHashCode)\b")]
    private static partial Regex Impure();

    /// <summary>"Service" alone is a word of the domain: what somebody offers.</summary>
    [GeneratedRegex("(Manager|Helper|Util|Utils|[a-z]Service|Base|Dto)$")]
    private static partial Regex Vague();
}
