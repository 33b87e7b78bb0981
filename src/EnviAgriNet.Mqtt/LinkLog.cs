using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Mqtt;

/// <summary>What the link writes to the log.</summary>
internal static partial class LinkLog
{
    [LoggerMessage(5000, LogLevel.Information, "Link to {Host}:{Port} is up")]
    public static partial void Up(ILogger logger, string host, int port);

    [LoggerMessage(5001, LogLevel.Warning, "Link to {Host}:{Port} dropped: {Reason}")]
    public static partial void Dropped(ILogger logger, string host, int port, string reason);

    [LoggerMessage(5002, LogLevel.Warning, "No link to {Host}:{Port}, next attempt in {Delay}: {Reason}")]
    public static partial void Failed(ILogger logger, string host, int port, TimeSpan delay, string reason);

    [LoggerMessage(5003, LogLevel.Warning, "Broker refused the subscription '{Filter}' with {ReasonCode}")]
    public static partial void SubscriptionRefused(ILogger logger, string filter, int reasonCode);

    [LoggerMessage(5004, LogLevel.Information, "Broker does not speak this MQTT version, trying {Version}")]
    public static partial void VersionChanged(ILogger logger, LinkProtocol version);

    [LoggerMessage(5005, LogLevel.Error, "Link failed by an error of its own, next attempt in {Delay}")]
    public static partial void Broken(ILogger logger, Exception fault, TimeSpan delay);

    [LoggerMessage(5006, LogLevel.Warning, "Link did not end in time, its thread ends when the system lets it")]
    public static partial void StopOverdue(ILogger logger);

    [LoggerMessage(5007, LogLevel.Error, "No link, next attempt in {Delay}")]
    public static partial void Unusable(ILogger logger, LinkException fault, TimeSpan delay);
}
