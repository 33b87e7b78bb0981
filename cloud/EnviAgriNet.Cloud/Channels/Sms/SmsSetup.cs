using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>Puts SMS together: gateways, callbacks, receipts. The dispatcher is the channels' own.</summary>
internal static class SmsSetup
{
    /// <summary>Adds what SMS needs beside its dispatcher.</summary>
    public static IServiceCollection AddSms(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<SmsOptions>(configuration, SmsOptions.Section);
        services.AddSingleton<CallbackTokens>();
        services.AddSingleton<ICallbackBase, CallbackBase>();
        services.AddSingleton<SmsGateways>();
        services.AddSingleton<CallbackReplays>();
        services.AddSingleton<SmsCallbackEndpoint>();
        services.AddSingleton<ReceiptBook>();
        services.AddSingleton<ReceiptDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<ReceiptDesk>());
        return services;
    }
}
