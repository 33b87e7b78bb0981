using System.Diagnostics.Metrics;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>What became of requests to register, by kind and never by person.</summary>
internal sealed class RegistrationMetrics
{
    private readonly Counter<long> _codes;
    private readonly Counter<long> _answers;
    private readonly Counter<long> _refused;

    public RegistrationMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create("EnviAgriNet.Cloud.Registration");
        _codes = meter.CreateCounter<long>("eag.registration.codes", description: "Codes that were asked for, by outcome: sent, client-limit, address-limit");
        _answers = meter.CreateCounter<long>("eag.registration.answers", description: "Codes that were answered, by outcome: right, nobody, wrong, gone");
        _refused = meter.CreateCounter<long>("eag.registration.refused", description: "Requests that were refused unread, by status");
    }

    /// <summary>A code was asked for.</summary>
    public void OnAsked(string outcome) => _codes.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));

    /// <summary>A code was answered.</summary>
    public void OnAnswered(ConfirmationFate fate) =>
        _answers.Add(1, KeyValuePair.Create<string, object?>("outcome", fate.ToString().ToLowerInvariant()));

    /// <summary>A request was refused before it was read.</summary>
    public void OnRefused(int status) => _refused.Add(1, KeyValuePair.Create<string, object?>("status", status));
}
