using System.Globalization;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Layout;
using Citess.Poles.Kernel.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Citess.Poles.Tests.Components;

/// <summary>Renders a component as the server does, in one language, at one address.</summary>
internal sealed class Rendering : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly HtmlRenderer _renderer;
    private readonly Language _language;

    public Rendering(string language, string page = "practices?page=2", Action<IServiceCollection>? configure = null)
    {
        // Also for what asks for words without rendering anything.
        _language = Languages.Find(language)!;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _language.Culture;
        var services = new ServiceCollection();
        services.AddKit();
        services.Configure<TextOptions>(options => options.MissingThrows = true);
        services.AddScoped<NavigationManager>(_ => new Here(language, page));
        services.AddScoped<INavigationInterception, NoInterception>();
        services.AddSingleton<IPoleFace>(new FaceOf(new PoleFace("قطب المهدية", "ar", "Mahdia", IsDemo: true)));
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
        _renderer = new(_services, NullLoggerFactory.Instance);
    }

    public Text Texts => _services.GetRequiredService<Text>();

    public static async Task<string> Html<TComponent>(string language, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        await using var rendering = new Rendering(language);
        return await rendering.Of<TComponent>(parameters);
    }

    public Task<string> Of<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
        => _renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _language.Culture;
            var view = ParameterView.FromDictionary(parameters.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal));
            return (await _renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString();
        });

    public static RenderFragment Words(string text) => builder => builder.AddContent(0, text);

    public async ValueTask DisposeAsync()
    {
        await _renderer.DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class Here : NavigationManager
    {
        public Here(string language, string page)
            => Initialize($"https://mahdia.example/{language}/", $"https://mahdia.example/{language}/{page}");
    }

    private sealed class FaceOf(PoleFace face) : IPoleFace
    {
        public ValueTask<PoleFace> Read() => ValueTask.FromResult(face);
    }

    private sealed class NoInterception : INavigationInterception
    {
        public Task EnableNavigationInterceptionAsync() => Task.CompletedTask;
    }
}
