using Citess.LyingPole;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Server.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

// The whole pole, with one part of it replaced by one that breaks a promise: by it is seen that the tests would see it.
return await RunCommand.RunAsync(["--applicationName", "Citess.Server", .. args[1..]], builder => builder.Host.ConfigureContainer<IServiceCollection>((_, services) =>
{
    switch (args[0])
    {
        case "answers-before-it-keeps":
            Replace<IInbox>(services, inner => new AnswersBeforeItKeeps(inner));
            break;
        case "moves-on-before-the-answer":
            Replace<ICourierTable>(services, inner => new MovesOnBeforeTheAnswer(inner));
            break;
        case "effect-before-its-mark":
            Replace<IInbox>(services, inner => new EffectApartFromItsMark(inner, isMarkFirst: false));
            break;
        case "mark-before-its-effect":
            Replace<IInbox>(services, inner => new EffectApartFromItsMark(inner, isMarkFirst: true));
            break;
        default:
            throw new ArgumentException($"There is no lie {args[0]}.");
    }
}));

static void Replace<T>(IServiceCollection services, Func<T, T> lie)
    where T : class
{
    var honest = services.Last(service => service.ServiceType == typeof(T)).ImplementationType!;
    services.Replace(ServiceDescriptor.Singleton<T>(provider => lie((T)ActivatorUtilities.CreateInstance(provider, honest))));
}
