using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>One probe on a bus: reads its registers in few questions and makes readings of them. One caller at a time.</summary>
internal sealed partial class ModbusSensor : ISensor
{
    private readonly ModbusSettings _settings;
    private readonly ModbusBus _bus;
    private readonly ModbusBuses _buses;
    private readonly TimeProvider _time;
    private readonly ILogger<ModbusSensor> _logger;
    private readonly IReadOnlyList<RegisterBlock> _plan;
    private bool _isReady;

    /// <summary>A probe on a bus that it has joined already.</summary>
    public ModbusSensor(ModbusSettings settings, ModbusBus bus, ModbusBuses buses, TimeProvider time, ILogger<ModbusSensor> logger)
    {
        _settings = settings;
        _bus = bus;
        _buses = buses;
        _time = time;
        _logger = logger;
        _plan = ReadPlan.Of(settings.Channels.Select(c => c.Channel), settings.Map.ReadsGaps);
        Series = [.. settings.Channels.Select(c => c.Series)];
    }

    /// <inheritdoc/>
    public string Name => _settings.Name;

    /// <inheritdoc/>
    public IReadOnlyList<SeriesName> Series { get; }

    /// <inheritdoc/>
    public TimeSpan Every => _settings.Every;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Measurement>> MeasureAsync(CancellationToken cancel)
    {
        try
        {
            if (!_isReady)
            {
                await PrepareAsync(cancel);
                _isReady = true;
            }

            List<Measurement> values = [];
            foreach (RegisterBlock block in _plan)
            {
                ushort[] registers = await _bus.ReadAsync(_settings.Unit, block, _settings.AnswerMax, cancel);
                values.AddRange(Values(block, registers));
            }

            return values;
        }
        catch (ModbusException e)
        {
            // It may have been without power, or another probe was put in its place.
            _isReady = false;
            throw new SensorException(SensorFaults.Of(e.Trouble), e.Message, e);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _buses.Leave(_bus);
        return ValueTask.CompletedTask;
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        foreach ((RegisterSetting setting, ushort value) in _settings.Wanted)
        {
            await SetAsync(setting, value, cancel);
        }

        foreach (RegisterSetting setting in _settings.Map.Settings.Where(s => s.Delivered is not null && _settings.Wanted.All(w => w.Setting != s)))
        {
            await CompareAsync(setting, cancel);
        }

        if (_settings.Map.Start is { } start)
        {
            await _bus.ReadAsync(_settings.Unit, new RegisterBlock(RegisterTable.Holding, start, 0), _settings.AnswerMax, cancel);
        }

        // The first answer of all tells that the probe has power, and not since when.
        await _bus.ReadAsync(_settings.Unit, _plan[0], _settings.AnswerMax, cancel);
        await Task.Delay(_settings.WarmUp, _time, cancel);
    }

    private async Task SetAsync(RegisterSetting setting, ushort value, CancellationToken cancel)
    {
        ushort before = await SettingAsync(setting, cancel);
        if (before == value)
        {
            return;
        }

        await _bus.WriteAsync(_settings.Unit, setting.Address, value, _settings.AnswerMax, cancel);
        ushort after = await SettingAsync(setting, cancel);
        if (after != value)
        {
            throw new SensorException(
                SensorFault.Faulty, $"the probe {Name} keeps its setting '{setting.Name}' at {after} although {value} was written");
        }

        LogSet(Name, setting.Name, before, after);
    }

    private async Task CompareAsync(RegisterSetting setting, CancellationToken cancel)
    {
        try
        {
            ushort value = await SettingAsync(setting, cancel);
            if (value != setting.Delivered)
            {
                LogUndelivered(Name, setting.Name, value, setting.Delivered!.Value);
            }
        }
        catch (ModbusException e) when (e.Trouble == Serial.SerialTrouble.Faulty)
        {
            // Some of a make do not have every setting of the map; they measure all the same.
            LogNoSetting(Name, setting.Name);
        }
    }

    private async Task<ushort> SettingAsync(RegisterSetting setting, CancellationToken cancel) =>
        (await _bus.ReadAsync(_settings.Unit, new RegisterBlock(RegisterTable.Holding, setting.Address, 1), _settings.AnswerMax, cancel))[0];

    private IEnumerable<Measurement> Values(RegisterBlock block, ushort[] registers)
    {
        foreach ((RegisterChannel channel, SeriesName series) in _settings.Channels.Where(c => block.Holds(c.Channel)))
        {
            ReadOnlySpan<ushort> own = registers.AsSpan(channel.Address - block.Address);
            if (!channel.Missing.Contains(RegisterNumber.Bits(own, channel.Type, channel.Order))
                && channel.Value(own) is var value && double.IsFinite(value))
            {
                yield return new Measurement(series, value);
            }
        }
    }

    [LoggerMessage(EventId = 2150, Level = LogLevel.Information, Message = "The probe {Name} had its setting '{Setting}' changed from {Before} to {After}, as the settings say")]
    private partial void LogSet(string name, string setting, int before, int after);

    [LoggerMessage(EventId = 2151, Level = LogLevel.Warning, Message = "The probe {Name} has its setting '{Setting}' at {Value}, delivered is {Delivered}: somebody changed what it measures")]
    private partial void LogUndelivered(string name, string setting, int value, int delivered);

    [LoggerMessage(EventId = 2152, Level = LogLevel.Information, Message = "The probe {Name} has no setting '{Setting}'")]
    private partial void LogNoSetting(string name, string setting);
}
