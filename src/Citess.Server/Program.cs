using Citess.Server.Commands;

return await CommandLine.RunAsync(args);
