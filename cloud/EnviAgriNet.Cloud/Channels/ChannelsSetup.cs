using System.Security.Cryptography;
using EnviAgriNet.Cloud.Channels.CellBroadcast;
using EnviAgriNet.Cloud.Channels.Email;
using EnviAgriNet.Cloud.Channels.Line;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Channels.WebPush;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Puts the channels together: targeting, a dispatcher for each channel that is switched on, receipts.</summary>
internal static class ChannelsSetup
{
    /// <summary>Adds the channels. The alerts, the registry and, for the sirens, the broker link must be there.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSms(configuration);
        services.AddAreaOptions<PhoneOptions>(configuration, PhoneOptions.Section);
        services.AddAreaOptions<SirenOptions>(configuration, SirenOptions.Section);
        services.AddAreaOptions<QuietOptions>(configuration, QuietOptions.Section);
        services.AddAreaOptions<EscalationOptions>(configuration, EscalationOptions.Section);
        services.AddDeliveries();
        services.AddSingleton<TargetingBook>();
        services.AddSingleton<AudienceBook>();
        services.AddSingleton<ReachBook>();
        services.AddSingleton<QuietHours>();
        services.AddSingleton<QuietBook>();
        services.AddHostedService<QuietMorning>();
        services.AddSingleton<EscalationBook>();
        services.AddHostedService<Escalation>();
        services.AddSingleton<ChannelBells>();
        services.AddSingleton<AlertNews>();
        services.AddSingleton<ChannelMetrics>();
        services.AddSingleton<GoneContacts>();
        services.AddSingleton<ReturnedStations>();
        services.AddSingleton<SirenBook>();
        services.AddSingleton<SirenConfirmations>();
        services.AddHostedService(provider => provider.GetRequiredService<SirenConfirmations>());
        services.AddSingleton(provider =>
        {
            PhoneScreen screen = new();
            provider.GetRequiredService<DeliveryBook>();
            screen.Restore(provider.GetRequiredService<RegistryDatabase>(), provider.GetRequiredService<RecipientBook>());
            return screen;
        });
        services.AddChannel<SmsChannel>(IsOn(configuration, SmsOptions.Section, byDefault: false));
        services.AddChannel<PhoneChannel>(IsOn(configuration, PhoneOptions.Section, byDefault: true));
        services.AddChannel<SirenChannel>(IsOn(configuration, SirenOptions.Section, byDefault: true));
        services.AddWebPush(configuration);
        services.AddLine(configuration);
        services.AddEmail(configuration);
        services.AddCellBroadcast(configuration);
        services.AddHostedService<DeliverySweep>();
        services.AddHostedService<Targeting>();
        return services;
    }

    /// <summary>Adds the deliveries alone, for commands that look at them.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services.AddSingleton<DeliveryBook>().AddSingleton<ProofBook>();

    /// <summary>Adds a channel with a dispatcher of its own when it is switched on.</summary>
    internal static void AddChannel<TChannel>(this IServiceCollection services, bool isOn)
        where TChannel : class, IChannel
    {
        if (!isOn)
        {
            return;
        }

        services.AddSingleton<TChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TChannel>());
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<Dispatcher>(
            provider, provider.GetRequiredService<TChannel>(), RandomNumberGenerator.GetInt32(int.MaxValue)));
    }

    /// <summary>Whether a channel is switched on.</summary>
    internal static bool IsOn(IConfiguration configuration, string section, bool byDefault) =>
        configuration.GetValue($"{section}:Enabled", byDefault);
}
