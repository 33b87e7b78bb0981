using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Cloud.Tests.Registration;

/// <summary>
/// Numbers and addresses live in the registry only, encrypted (P12): a running cloud with everything logged takes people in, sends to
/// them, fails to, and lets them go, and then all it ever said or stored is searched.
/// </summary>
public sealed class PersonalDataTests
{
    private const string Email = "somchai.jaidee@example.co.th";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string[] Numbers = ["0812345678", "0898761234"];

    [Fact]
    public async Task EverythingSaidAndStored_HoldsNoNumberAndNoAddress()
    {
        using AllLogs logs = new();
        using AllMetrics metrics = new();
        CloudRoom cloud = new(
            ("Channels:Sms:Enabled", "true"),
            ("Channels:Sms:Url", "http://127.0.0.1:9/cgi-bin/sendsms"),
            ("Channels:Sms:PasswordFile", typeof(PersonalDataTests).Assembly.Location))
        {
            Also = services => services.AddSingleton<ILoggerProvider>(logs).PostConfigure<LoggerFilterOptions>(filter =>
            {
                // Not even what is never shown in service is left out.
                filter.Rules.Clear();
                filter.MinLevel = LogLevel.Trace;
            }),
        };
        await using (cloud)
        {
            await cloud.StartAsync();
            StringBuilder said = new();
            await LiveAsync(cloud, said);
            said.AppendJoin('\n', logs.Lines).AppendJoin('\n', metrics.Lines);
            said.AppendJoin('\n', cloud.Deliveries.Newest(1_000)).AppendJoin('\n', cloud.Get<AuditBook>().List(null, null, 1_000));
            said.AppendJoin('\n', cloud.Get<SubscriberBook>().All());
            Assert.True(logs.Lines.Count > 50, $"only {logs.Lines.Count} lines were logged");

            cloud.Get<RegistryDatabase>().Read(c => c.One("PRAGMA wal_checkpoint(FULL)"));
            Search("what was said", said.ToString());
            foreach (string file in Directory.GetFiles(cloud.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".lock"))
            {
                using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                byte[] bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                Search(file, Encoding.Latin1.GetString(bytes));
                Search(file, Encoding.Unicode.GetString(bytes));
            }
        }
    }

    // Registration by form, failures of every kind, a warning by two channels, a STOP, an import with bad rows, an erasure.
    private static async Task LiveAsync(CloudRoom cloud, StringBuilder said)
    {
        using HttpClient http = new() { BaseAddress = cloud.Address };
        foreach (string number in Numbers)
        {
            said.AppendLine(await PostAsync(http, "/register", Wanted(number, "500101")));
            string name = cloud.Get<RegistryDatabase>().Read(c => (string)c.One("SELECT name FROM confirmation WHERE state = 'open' ORDER BY issued_at DESC")!);
            said.AppendLine(await PostAsync(http, "/register/code", ("registration", name), ("code", number)));
            said.AppendLine(await PostAsync(http, "/register/code", ("registration", name), ("code", RegistrationRoom.CodeOf(cloud.Get<RegistryDatabase>(), name))));
        }

        said.AppendLine(await PostAsync(http, "/register", Wanted(Email, "x")));
        said.AppendLine(await PostAsync(http, "/register", Wanted(Numbers[0] + "9", "500101")));
        said.AppendLine(await PostAsync(http, "/register/manage", ("address", Email)));
        ImportReport report = cloud.Get<SubscriberImport>().Run(new StringReader(
            "phone,language,region,channel,consent_at,email\n"
            + $"{Numbers[0]},th,50,phone,2026-05-01T09:00:00Z,\n{Numbers[1]}5,th,50,sms,2026-05-01T09:00:00Z,\n,th,50,email,2026-05-01T09:00:00Z,{Email}@x\n"
            + $"0811111111,th,50,phone;email,2026-05-01T09:00:00Z,{Email}\n"));
        said.AppendJoin('\n', report.Faults);
        cloud.Alerts.Release(FakeAlertBook.Alert());
        await Eventually.HoldsAsync("the phone has it and the gateway was tried in vain", Limit, () =>
            cloud.Deliveries.Newest(100).Any(d => d is { Channel: "sms", Attempts: > 0 }) && cloud.Deliveries.Newest(100).Any(d => d is { Channel: "phone", State: "delivered" }));
        cloud.Get<RegistryDatabase>().Write(t => cloud.Get<RegistrationDesk>().Stop(t, "sms", "+66812345678", TimeProvider.System.GetUtcNow()));
        cloud.Get<PersonalFile>().Erase(2, "malee", "asked");
        said.AppendLine(await http.GetStringAsync(new Uri("/api/status", UriKind.Relative)));
        said.AppendLine(await http.GetStringAsync(new Uri("/api/alerts?all=true", UriKind.Relative)));
        cloud.Get<SubscriberSweep>().Sweep(TimeProvider.System.GetUtcNow());
    }

    // Of a number, nine digits and the last seven; of an address, what stands before the @.
    private static void Search(string where, string text)
    {
        foreach (string wanted in (string[])["812345678", "2345678", "898761234", "8761234", "811111111", "somchai", "jaidee"])
        {
            int at = text.IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, $"'{wanted}' is in {where}: …{text[Math.Max(0, at - 80)..Math.Min(text.Length, Math.Max(0, at) + 40)]}…");
        }
    }

    private static (string Name, string Value)[] Wanted(string address, string place) =>
    [
        ("lang", "th"), ("province", "50"), ("address", address), ("language", "th"), ("places", place), ("consent", ConsentTexts.Current), ("agree", "yes"),
    ];

    private static async Task<string> PostAsync(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using HttpResponseMessage answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        return await answer.Content.ReadAsStringAsync();
    }

    private sealed class AllLogs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }

    private sealed class AllMetrics : IDisposable
    {
        private readonly MeterListener _listener = new();

        public AllMetrics()
        {
            _listener.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
            _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Note(i, value, tags));
            _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Note(i, value, tags));
            _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Note(i, value, tags));
            _listener.Start();
        }

        public ConcurrentQueue<string> Lines { get; } = new();

        public void Dispose() => _listener.Dispose();

        // Of a measurement the tags are searched; its value is a count or a time.
        private void Note(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            StringBuilder line = new(instrument.Name);
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                line.Append(' ').Append(tag.Key).Append('=').Append(tag.Value);
            }

            _ = value;
            Lines.Enqueue(line.ToString());
        }
    }
}
