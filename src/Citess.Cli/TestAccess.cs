using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Citess.Cli.Tests")]
