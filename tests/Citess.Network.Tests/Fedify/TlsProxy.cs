using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Citess.Network.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Citess.Network.Tests.Fedify;

/// <summary>What stands before a pole in the world: takes https, and passes on over http to the address that the process listens on.</summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private readonly HttpClient inner = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly X509Certificate2 certificate;
    private readonly WebApplication server;

    private TlsProxy(int port, string target)
    {
        Origin = string.Create(CultureInfo.InvariantCulture, $"https://localhost:{port}");
        certificate = Certificate();
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.ListenLocalhost(port, listen => listen.UseHttps(certificate)));
        server = builder.Build();
        server.Run(http => PassOnAsync(http, target));
    }

    public string Origin { get; }

    /// <summary>The certificate in PEM, for who is to trust it.</summary>
    public string CertificateFile { get; } = Path.GetTempFileName();

    public static async Task<TlsProxy> StartAsync(string target)
    {
        var proxy = new TlsProxy(TestPole.FreePort(), target);
        await proxy.server.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        inner.Dispose();
        certificate.Dispose();
        File.Delete(CertificateFile);
    }

    private async Task PassOnAsync(HttpContext http, string target)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), target + http.Features.Get<IHttpRequestFeature>()!.RawTarget);
        if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(http.Request.ContentType!);
        }

        foreach (var (name, values) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding")))
        {
            request.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await inner.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection")))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
    }
}
