using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>A number that rules judge: computed from the windows of a station, null while there are too few readings.</summary>
public sealed class Measure
{
    internal Measure(
        string name,
        string unit,
        TimeSpan span,
        IReadOnlyList<string> quantities,
        Func<Site, IReadOnlyList<SeriesWindow>, DateTimeOffset, MeasureValue?> compute,
        Func<IReadOnlyList<SeriesWindow>, DateTimeOffset, int, IReadOnlyList<double>>? hours = null)
    {
        Name = name;
        Unit = unit;
        Span = span;
        Quantities = quantities;
        Compute = compute;
        Hours = hours;
    }

    /// <summary>Its name in rules and documents: <c>rain_24h</c>.</summary>
    public string Name { get; }

    /// <summary>Its UCUM unit.</summary>
    public string Unit { get; }

    /// <summary>How far back its readings lie.</summary>
    public TimeSpan Span { get; }

    /// <summary>The quantities it takes, all of one station.</summary>
    public IReadOnlyList<string> Quantities { get; }

    /// <summary>Whether it can be asked for hour by hour, as a witness of persistence is.</summary>
    public bool HasHours => Hours is not null;

    /// <summary>Its value at a time, from a window for each quantity in their order; null when there are too few readings.</summary>
    internal Func<Site, IReadOnlyList<SeriesWindow>, DateTimeOffset, MeasureValue?> Compute { get; }

    /// <summary>Its values in the hours with data of the last so many, oldest first; null when it makes no sense by the hour.</summary>
    internal Func<IReadOnlyList<SeriesWindow>, DateTimeOffset, int, IReadOnlyList<double>>? Hours { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
