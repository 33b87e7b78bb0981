using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>
/// Whether somebody may hear how a case stands: by the secret of its link, or by the phone number it was opened with, which may be
/// guessed a few times an hour only. Safe for use by several threads.
/// </summary>
internal sealed class CaseLookup(CaseBook cases, CaseKeys keys, RecipientBook recipients, CasesMetrics metrics, TimeProvider time)
{
    private const int CountedMax = 10_000;
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    private readonly Lock _guard = new();
    private readonly Dictionary<string, (int Wrong, long Since)> _wrong = [];

    /// <summary>The case by its link, or null.</summary>
    public CaseLine? ByKey(string number, string? key)
    {
        if (CaseNumber.IsWhole(number) && keys.IsKey(number, key))
        {
            return cases.Find(number);
        }

        metrics.OnLookupRefused("key");
        return null;
    }

    /// <summary>The case by the phone number it was opened with, or null; null too after too many wrong ones.</summary>
    public CaseLine? ByPhone(string number, string? phone)
    {
        if (!CaseNumber.IsWhole(number) || IsExhausted(number))
        {
            metrics.OnLookupRefused(CaseNumber.IsWhole(number) ? "tries" : "number");
            return null;
        }

        if (PhoneNumber.TryParse(phone, out PhoneNumber given) && cases.Find(number) is { Recipient: { } recipient } file
            && recipients.AddressOf(recipient, ContactChannels.Sms) == given.E164)
        {
            return file;
        }

        Count(number);
        metrics.OnLookupRefused("phone");
        return null;
    }

    private bool IsExhausted(string number)
    {
        lock (_guard)
        {
            return _wrong.TryGetValue(number, out (int Wrong, long Since) counted)
                && time.GetElapsedTime(counted.Since) < Period && counted.Wrong >= Limits.WrongPhonesMax;
        }
    }

    private void Count(string number)
    {
        lock (_guard)
        {
            if (_wrong.Count >= CountedMax)
            {
                _wrong.Clear();
            }

            bool isRunning = _wrong.TryGetValue(number, out (int Wrong, long Since) counted) && time.GetElapsedTime(counted.Since) < Period;
            _wrong[number] = isRunning ? (counted.Wrong + 1, counted.Since) : (1, time.GetTimestamp());
        }
    }
}
