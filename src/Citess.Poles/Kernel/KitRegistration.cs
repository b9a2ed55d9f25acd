using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Layout;
using Citess.Poles.Kernel.Map;
using Citess.Poles.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Citess.Poles.Kernel;

/// <summary>Registers what all pages share.</summary>
public static class KitRegistration
{
    /// <summary>Words, languages, layout, map, and an encoder that leaves Arabic as it is.</summary>
    public static IServiceCollection AddKit(this IServiceCollection services)
    {
        services.AddOptions<TextOptions>();
        services.AddOptions<CultureOptions>();
        services.AddOptions<LayoutOptions>();
        services.AddLogging();
        services.TryAddSingleton<TextStore>();
        services.TryAddSingleton<Text>();
        services.TryAddSingleton<IStringLocalizer>(provider => provider.GetRequiredService<Text>());
        services.TryAddSingleton<IMapOutline>(_ => SvgMapOutline.Mediterranean());
        services.TryAddScoped<IPoleFace, NamelessPole>();

        // Components take the encoder from here and know no WebEncoderOptions; the default writes each Arabic letter as seven bytes.
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        return services.AddTexts(typeof(KitRegistration).Assembly).AddNav(new("", "nav.home", 0));
    }

    /// <summary>Adds the embedded <c>*.texts.json</c> files of an assembly.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services, Assembly assembly)
        => services.AddSingleton(new TextSource(assembly));

    /// <summary>Adds one link to the main navigation.</summary>
    public static IServiceCollection AddNav(this IServiceCollection services, NavItem item)
        => services.AddSingleton(item);
}
