using Citess.Cli;

return await Commands.Root().Parse(args).InvokeAsync();
