using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Citess.ActivityPub.Tests")]
