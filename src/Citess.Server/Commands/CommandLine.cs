using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Citess.Poles.Kernel;
using Citess.Storage.Backup;
using Citess.Storage.Migrations;
using Microsoft.Extensions.Options;

namespace Citess.Server.Commands;

/// <summary>What the program does: run the pole, or one of the operator's commands that need its database.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await ChooseAsync(args);
        }
        catch (Exception problem) when (IsToBeMended(problem))
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    /// <summary>What the operator mends, and needs no trace of the program for.</summary>
    private static bool IsToBeMended(Exception problem) => problem
        is ValidationException or OptionsValidationException
        or NoPoleException or SchemaException or BackupException
        or UnavailableException or StorageFullException or DbException
        or IOException or UnauthorizedAccessException;

    private static Task<int> ChooseAsync(string[] args) => args switch
    {
        ["demo", .. var rest] => DemoCommand.RunAsync(rest),
        ["demo-pole", var name, .. var rest] => DemoPoleCommand.RunAsync(name, rest),
        ["backup", var file, .. var rest] => DatabaseCommands.BackupAsync(file, rest),
        ["restore", var file, .. var rest] => DatabaseCommands.RestoreAsync(file, rest),
        ["rebuild-catalogue", .. var rest] => DatabaseCommands.RebuildAsync(rest),
        ["admin-code", .. var rest] => DatabaseCommands.AdminCodeAsync(rest),
        ["rotate-keys", .. var rest] => DatabaseCommands.RotateKeysAsync(rest),
        ["doctor", .. var rest] => DatabaseCommands.DoctorAsync(rest),
        ["help" or "--help" or "-h", ..] => Help(),
        [var word, ..] when !word.StartsWith('-') => Unknown(word),
        _ => RunCommand.RunAsync(args),
    };

    private static Task<int> Help()
    {
        Console.WriteLine("""
            Runs one CitESS pole.

              (no command)             run the pole; the first visit sets it up in the browser
              demo [--first-port 5101] [--reset]
                                       run three poles with demo data, connected
              backup FILE              write a backup, keys included, while the pole runs
              restore FILE             put a backup into an empty database, with a new epoch
              rebuild-catalogue        build lists and search anew from what is kept
              admin-code               print a new code that makes an administrator
              rotate-keys [--compromised]
                                       sign with new keys from the next start on; the old ones stay published,
                                       or, when others may have them, are revoked and everything is signed anew
              doctor                   say what is wrong and how to mend it

            Settings come from the environment (Citess__Origin, Citess__Data, …) or as --Citess:Origin=…; see deploy/README.md.
            """);
        return Task.FromResult(0);
    }

    private static Task<int> Unknown(string word)
    {
        Console.Error.WriteLine($"There is no command {word}. --help lists them.");
        return Task.FromResult(2);
    }
}
