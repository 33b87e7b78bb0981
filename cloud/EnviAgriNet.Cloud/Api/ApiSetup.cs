using System.IO.Compression;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Api.Desk;
using EnviAgriNet.Cloud.Api.Kpi;
using EnviAgriNet.Cloud.Api.Live;
using EnviAgriNet.Cloud.Api.Map;
using EnviAgriNet.Cloud.Api.OpenApi;
using EnviAgriNet.Cloud.Api.Regions;
using EnviAgriNet.Cloud.Api.Registration;
using EnviAgriNet.Cloud.Api.Residents;
using EnviAgriNet.Cloud.Api.Series;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Hosting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Puts the pages and the interface together.</summary>
internal static class ApiSetup
{
    /// <summary>Adds the interface and the web server under it.</summary>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder, IConfiguration configuration)
    {
        builder.Services.AddAreaOptions<ApiOptions>(configuration, ApiOptions.Section);
        builder.WebHost.UseUrls(configuration[$"{ApiOptions.Section}:{nameof(ApiOptions.Listen)}"] ?? new ApiOptions().Listen);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.RequestBytesMax;
        });
        builder.Services.AddSingleton(provider =>
        {
            LiveBoard board = new();
            StationPages.Fill(board, provider.GetRequiredService<JudgedReadings>());
            return board;
        });
        builder.Services.AddSingleton<JudgedBoard>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<JudgedBoard>());
        builder.Services.AddMap();
        builder.Services.AddSeries();
        builder.Services.AddSingleton<StationPages>();
        builder.Services.AddSingleton<ReadingPages>();
        builder.Services.AddSingleton<AlertPages>();
        builder.Services.AddSingleton<IncomingPages>();
        builder.Services.AddSingleton<StatusPage>();
        builder.Services.AddSingleton<LiveStreams>();
        builder.Services.AddLive();
        builder.Services.AddRegionPages();
        builder.Services.AddApiDocument();
        builder.Services.AddCompressedAnswers();
        builder.Services.AddSingleton<PlaceChoices>();
        builder.Services.AddSingleton<RegistrationPage>();
        builder.Services.AddSingleton<RegistrationGate>();
        builder.Services.AddSingleton<RegistrationAnswers>();
        builder.Services.AddSingleton<FarmPages>();
        builder.Services.AddDesk();
        builder.Services.AddStationsAndKpi(configuration);
        builder.Services.AddPlaces();
        builder.Services.AddSingleton<FarmStart>();
        builder.Services.AddSingleton<FarmOpinions>();
        builder.Services.AddSingleton<CaseMap>();
        builder.Services.AddSingleton<CaseStreams>();
        builder.Services.AddSingleton<ForecastCards>();
        builder.Services.AddSingleton<BalanceViews>();
        builder.Services.TryAddSingleton<IIngestLag, NoIngest>();
        return builder;
    }

    // A minute of a processor is dearer than a tenth of the bytes: the fast levels. Streams of events are left as they are.
    private static void AddCompressedAnswers(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/cap+xml", "application/geo+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    private sealed class NoIngest : IIngestLag
    {
        /// <inheritdoc/>
        public long Packs => 0;
    }
}
