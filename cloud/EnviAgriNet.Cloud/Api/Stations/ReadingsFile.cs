using System.Globalization;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api.Stations;

/// <summary>Readings as a table for spreadsheets: Thai time, the raw flag and the flag that holds.</summary>
internal static class ReadingsFile
{
    /// <summary>The rows, or a sentence that names the limit.</summary>
    public static (string? Text, string? Fault) Of(ReadingsView view)
    {
        if (view.Readings.Count > Limits.FileRowsMax)
        {
            return (null, $"from and to hold {view.Readings.Count} readings, and a file holds at most {Limits.FileRowsMax}: ask for a shorter span");
        }

        System.Text.StringBuilder text = new();
        text.Append('﻿').Append("time,station,series,value,unit,quality,raw_quality,test,quality_version\r\n");
        foreach (ReadingView reading in view.Readings)
        {
            text.Append(CultureInfo.InvariantCulture, $"{LocalTime.Of(reading.TakenAt):yyyy-MM-dd'T'HH:mm:ss.fffzzz},{view.Station},{view.Series},")
                .Append(CultureInfo.InvariantCulture, $"{reading.Value},{view.Unit},{reading.Quality},{reading.RawQuality},{reading.Test},{reading.Version}\r\n");
        }

        return (text.ToString(), null);
    }
}
