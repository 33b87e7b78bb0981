using System.Globalization;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>Takes one quote into an import: no quote, a text instead of a number, a unit to convert, a price that cannot be.</summary>
internal static class PriceCell
{
    /// <summary>Takes a quote.</summary>
    public static void Take(ImportRun run, PriceSeries series, DateOnly date, object? cell, PriceUnit unit, CellPlace at)
    {
        Quote quote = Quote.Of(cell);
        if (quote.Fault is not null)
        {
            run.Log.Refuse(at.Sheet, at.Row, at.Cell, quote.Fault);
            return;
        }

        if (quote.Value is not { } price)
        {
            run.Log.HasNoQuote(quote.None!, at.ToString());
            return;
        }

        Commodity commodity = CommodityTable.Of(series.Commodity)!;
        double bahtPerKg = unit.ToBahtPerKg(price);
        if (bahtPerKg < commodity.BahtPerKgMin || bahtPerKg > commodity.BahtPerKgMax)
        {
            run.Log.Refuse(at.Sheet, at.Row, at.Cell, string.Create(
                CultureInfo.InvariantCulture,
                $"{price:0.####} {unit.Text(false)} is {bahtPerKg:0.######} baht/kg: {commodity.NameEn.ToLowerInvariant()} is taken from {commodity.BahtPerKgMin} to {commodity.BahtPerKgMax}"));
            return;
        }

        if (quote.IsText)
        {
            run.Log.Correct("a text read as a number", at.ToString());
        }

        if (unit != PriceUnit.BahtPerKg)
        {
            run.Log.Correct($"{unit.Text(false)} turned into baht/kg", at.ToString());
        }

        run.Add(series, date, bahtPerKg, at);
    }

    /// <summary>The commodity and grade of a name, or a refused row.</summary>
    public static CommodityMatch? Match(ImportRun run, string name, PriceKind kind, CellPlace at)
    {
        CommodityMatch? match = CommodityTable.Match(name, kind);
        if (match is null)
        {
            run.Log.Refuse(
                at.Sheet, at.Row, at.Cell,
                name.Trim().Length == 0 ? "the row has figures, but no name" : $"{ImportLog.Quote(name)} is none of the commodities that are known");
        }

        return match;
    }
}
