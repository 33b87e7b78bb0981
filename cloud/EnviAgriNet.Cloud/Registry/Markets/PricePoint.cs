namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>A price of a day, week or month, in baht per kilogram whatever unit it was published in.</summary>
internal readonly record struct PricePoint(DateOnly Date, double BahtPerKg);
