using Citess.Poles.Calls;
using Citess.Poles.Calls.State;
using Xunit;
using static Citess.Poles.Tests.Calls.CallExamples;

namespace Citess.Poles.Tests.Calls.State;

public sealed class RoleAssignmentTests
{
    private static readonly RoleNeed s_university = new() { Role = "university" };

    [Fact]
    public void One_candidate_fills_one_role()
    {
        var needs = RoleAssignment.Of([s_university, new() { Role = "training-body" }], [Candidate("a", "TN", ["university", "training-body"])]);
        Assert.Equal([0, 1], needs.Select(need => need.Missing));
    }

    [Fact]
    public void Who_came_first_makes_room_where_another_could_not()
    {
        // The university of Tunis could be either; that of Turin only the one from anywhere.
        var needs = RoleAssignment.Of([s_university, s_university with { Country = "TN" }], [Candidate("tunis", "TN", ["university"]), Candidate("turin", "IT", ["university"])]);
        Assert.Equal([["turin"], ["tunis"]], needs.Select(need => need.FilledBy.ToArray()));
    }

    [Fact]
    public void Two_of_one_role_need_two()
    {
        var two = s_university with { Count = 2 };
        Assert.Equal(1, Assert.Single(RoleAssignment.Of([two], [Candidate("a", "TN", ["university"])])).Missing);
        Assert.Equal(0, Assert.Single(RoleAssignment.Of([two], [Candidate("a", "TN", ["university"]), Candidate("b", "TN", ["university"])])).Missing);
    }

    [Fact]
    public void Nobody_is_taken_for_what_they_are_not() => Assert.Equal(1, Assert.Single(RoleAssignment.Of([s_university with { Country = "TN" }], [Candidate("a", "IT", ["university"]), Candidate("b", "TN", ["network"])])).Missing);

    /// <summary>Against every way of giving roles to candidates, tried one by one.</summary>
    [Fact]
    public void As_many_roles_are_filled_as_can_be_and_it_is_the_same_each_time()
    {
        var random = new Random(20261129);
        string[] roles = ["university", "network", "ngo"];
        string[] countries = ["TN", "IT"];
        for (var round = 0; round < 300; round++)
        {
            var needs = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new RoleNeed { Role = roles[random.Next(3)], Country = random.Next(2) == 0 ? "" : countries[random.Next(2)], Count = random.Next(1, 3) }).ToArray();
            var candidates = Enumerable.Range(0, random.Next(0, 6)).Select(each => Candidate($"{each}", countries[random.Next(2)], [.. roles.Where(_ => random.Next(2) == 0)])).ToArray();

            var found = RoleAssignment.Of([.. needs], candidates);
            Assert.Equal(Best(needs.SelectMany(need => Enumerable.Repeat(need, need.Count)).ToArray(), candidates, 0), found.Sum(need => need.FilledBy.Length));
            Assert.Equal(found.SelectMany(need => need.FilledBy), RoleAssignment.Of([.. needs], candidates).SelectMany(need => need.FilledBy));
            Assert.Equal(found.SelectMany(need => need.FilledBy).Distinct(), found.SelectMany(need => need.FilledBy));
            Assert.All(found, need => Assert.All(need.FilledBy, id => Assert.True(need.Need.IsFor(candidates.Single(each => each.Id == id).Roles, candidates.Single(each => each.Id == id).Country))));
        }
    }

    private static int Best(RoleNeed[] places, Citess.Poles.Calls.Partners.Candidate[] left, int place) => place == places.Length ? 0 : Math.Max(
        Best(places, left, place + 1),
        left.Where(each => places[place].IsFor(each.Roles, each.Country)).Select(each => 1 + Best(places, [.. left.Where(other => other != each)], place + 1)).DefaultIfEmpty(0).Max());
}
