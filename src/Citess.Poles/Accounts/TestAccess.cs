using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Citess.Poles.Tests")]
