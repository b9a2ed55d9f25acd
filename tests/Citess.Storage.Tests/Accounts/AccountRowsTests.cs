using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Access;
using Citess.Storage.Tests.Lab;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Storage.Tests.Accounts;

public abstract class AccountRowsTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Password = "شجرة-Olivera-7";
    private Store _process = null!;

    private IAccountRows Rows => _process.Get<IAccountRows>();

    private UserManager<Account> People => _process.Get<UserManager<Account>>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _process = Keep(await Lab.Store.OpenAsync(Options, services =>
        {
            services.AddSingleton<IUserStore<Account>>(provider => provider.GetRequiredService<IAccountRows>());
            services.AddIdentityCore<Account>(identity => identity.Lockout.MaxFailedAccessAttempts = 3);
        }));
    }

    [Fact]
    public async Task A_person_signs_in_with_the_password_and_not_with_another()
    {
        await AddAsync("amira", Roles.Coordinator);
        var amira = (await People.FindByNameAsync("AMIRA"))!;

        Assert.True(await People.CheckPasswordAsync(amira, Password));
        Assert.False(await People.CheckPasswordAsync(amira, "mallory-Olivera-7"));
        Assert.Equal([Roles.Coordinator], await People.GetRolesAsync(amira));
        Assert.Equal("amira", (await People.FindByIdAsync(amira.Id))!.UserName);
    }

    [Fact]
    public async Task A_name_is_one_persons_in_any_case_even_when_two_ask_at_once()
    {
        var results = await Task.WhenAll(new[] { "Amira", "amira", "AMIRA", "aMira" }.Select(name => Task.Run(() => CreateAsync(name))));

        Assert.Equal(1, results.Count(result => result.Succeeded));
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("DuplicateUserName", result.Errors.Single().Code));
        Assert.Single(await Rows.AllAsync());
    }

    [Fact]
    public async Task A_name_is_not_taken_by_renaming_either()
    {
        await AddAsync("amira");
        var youssef = await AddAsync("youssef");
        (youssef.UserName, youssef.NormalizedUserName) = ("amira", "AMIRA");

        var renamed = await Rows.UpdateAsync(youssef, CancellationToken.None);

        Assert.Equal("DuplicateUserName", renamed.Errors.Single().Code);
    }

    [Fact]
    public async Task Of_two_changes_at_once_the_second_hears_of_the_first()
    {
        await AddAsync("amira");
        var one = (await People.FindByNameAsync("amira"))!;
        var two = (await People.FindByNameAsync("amira"))!;
        one.DisplayName = "Amira B.";
        two.DisplayName = "mallory";

        Assert.True((await People.UpdateAsync(one)).Succeeded);
        Assert.Equal("ConcurrencyFailure", (await People.UpdateAsync(two)).Errors.Single().Code);
        Assert.True((await People.UpdateAsync(one)).Succeeded);
        Assert.Equal("Amira B.", (await Rows.NamesAsync([one.Id, "nobody"]))[one.Id]);
    }

    [Fact]
    public async Task Three_wrong_passwords_lock_an_account()
    {
        var amira = await AddAsync("amira");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await People.AccessFailedAsync(amira);
        }

        Assert.True(await People.IsLockedOutAsync((await People.FindByNameAsync("amira"))!));
    }

    [Fact]
    public async Task Roles_are_given_and_taken()
    {
        var amira = await AddAsync("amira", Roles.Administrator);
        Assert.True(await Rows.AnyAdministratorAsync());
        var youssef = await AddAsync("youssef", Roles.Administrator);
        await People.AddToRoleAsync(amira, Roles.Coordinator);
        Assert.True((await People.RemoveFromRoleAsync(amira, Roles.Administrator)).Succeeded);

        Assert.Equal([youssef.Id], (await People.GetUsersInRoleAsync(Roles.Administrator)).Select(account => account.Id));
        Assert.Equal("amira", (await People.GetUsersInRoleAsync(Roles.Coordinator)).Single().UserName);
        await Assert.ThrowsAsync<InvalidOperationException>(() => People.AddToRoleAsync(amira, "mallory"));
    }

    [Fact]
    public async Task A_disabled_administrator_is_none()
    {
        await AddAsync("amira", Roles.Administrator);
        await Store.ExecuteAsync("UPDATE account SET disabled = @day", new { day = Sample.Day.ToUnixTimeMilliseconds() });

        Assert.False(await Rows.AnyAdministratorAsync());
        Assert.Equal(Sample.Day, (await Rows.AllAsync()).Single().Disabled);
    }

    [Fact]
    public async Task Two_administrators_who_take_each_others_rights_in_two_processes_at_once_leave_one()
    {
        var other = Keep(await Lab.Store.OpenAsync(Options)).Get<IAccountRows>();
        for (var round = 0; round < 10; round++)
        {
            var (amira, youssef) = (await AddAsync($"amira{round}", Roles.Administrator), await AddAsync($"youssef{round}", Roles.Administrator));
            await Store.ExecuteAsync("UPDATE account SET disabled = 1 WHERE id <> @one AND id <> @two", new { one = amira.Id, two = youssef.Id });
            amira.Roles.Clear();
            youssef.Disabled = Sample.Day;
            var results = await Task.WhenAll(
                Task.Run(() => Rows.UpdateAsync(amira, CancellationToken.None)),
                Task.Run(() => other.UpdateAsync(youssef, CancellationToken.None)));

            Assert.Equal(1, results.Count(result => result.Succeeded));
            Assert.True(await Rows.AnyAdministratorAsync());
        }
    }

    [Fact]
    public async Task An_erased_account_is_gone_with_its_roles()
    {
        var amira = await AddAsync("amira", Roles.Coordinator);
        Assert.True((await People.DeleteAsync(amira)).Succeeded);

        Assert.Null(await People.FindByIdAsync(amira.Id));
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM account_role"));
        Assert.Empty(await Rows.NamesAsync([amira.Id]));
    }

    [Fact]
    public async Task An_invitation_lets_one_person_in_once_and_in_time()
    {
        await Rows.AddInvitationAsync(Invite("open"));
        await Rows.AddInvitationAsync(Invite("withdrawn"));
        await Rows.AddInvitationAsync(Invite("late"));
        await Rows.WithdrawInvitationAsync("withdrawn", Sample.Day);

        var uses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Rows.UseInvitationAsync("open", Sample.Day))));
        Assert.Equal(1, uses.Count(used => used));
        Assert.False(await Rows.UseInvitationAsync("withdrawn", Sample.Day));
        Assert.False(await Rows.UseInvitationAsync("late", Sample.Day.AddDays(8)));
        Assert.False(await Rows.UseInvitationAsync("unknown", Sample.Day));
        Assert.Equal(Invite("open") with { Used = Sample.Day }, await Rows.FindInvitationAsync("open"));
        Assert.Equal(3, (await Rows.InvitationsAsync()).Count);
    }

    [Fact]
    public async Task A_setup_code_works_once_in_time_and_only_the_latest()
    {
        await Rows.SetSetupCodeAsync(new("first", Sample.Day.AddHours(1)));
        await Rows.SetSetupCodeAsync(new("second", Sample.Day.AddHours(1)));

        Assert.False(await Rows.UseSetupCodeAsync("first", Sample.Day));
        Assert.False(await Rows.UseSetupCodeAsync("second", Sample.Day.AddHours(2)));
        var uses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Rows.UseSetupCodeAsync("second", Sample.Day))));
        Assert.Equal(1, uses.Count(used => used));

        await Rows.SetSetupCodeAsync(new("third", Sample.Day.AddHours(1)));
        await Rows.SetSetupCodeAsync(null);
        Assert.False(await Rows.UseSetupCodeAsync("third", Sample.Day));
    }

    [Fact]
    public async Task A_program_is_found_until_and_after_it_is_withdrawn()
    {
        var client = new ApiClient { ClientId = "feed", SecretHash = "hash", Name = "Feed", Role = Roles.Guest, Created = Sample.Day };
        await Rows.AddClientAsync(client);
        Assert.Equal(client, await Rows.FindClientAsync("feed"));

        await Rows.WithdrawClientAsync("feed", Sample.Day.AddDays(1));
        Assert.Equal([client with { Withdrawn = Sample.Day.AddDays(1) }], await Rows.ClientsAsync());
    }

    [Fact]
    public async Task A_secret_is_made_once_by_whoever_comes_first()
    {
        var secrets = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => Rows.SecretAsync("tokens", () => "secret" + number))));

        Assert.Single(secrets.Distinct(StringComparer.Ordinal));
        Assert.Equal("other", await Rows.SecretAsync("other", () => "other"));
    }

    private static Invitation Invite(string hash) => new()
    {
        Hash = hash,
        Role = Roles.Facilitator,
        Note = "Youssef",
        InvitedBy = "amira",
        Created = Sample.Day,
        Expires = Sample.Day.AddDays(7),
    };

    private async Task<Account> AddAsync(string name, params string[] roles)
    {
        Assert.True((await CreateAsync(name, roles)).Succeeded);
        return (await People.FindByNameAsync(name))!;
    }

    private async Task<IdentityResult> CreateAsync(string name, params string[] roles)
    {
        // UserManager belongs to one request.
        await using var request = _process.Services.CreateAsyncScope();
        return await request.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(
            new() { Id = Guid.NewGuid().ToString("N"), UserName = name, NormalizedUserName = "", Created = Sample.Day, Roles = [.. roles] }, Password);
    }
}

public sealed class AccountRowsOnSqlite : AccountRowsTests<SqliteFile>;

public sealed class AccountRowsOnPostgreSql : AccountRowsTests<PostgresDatabase>;
