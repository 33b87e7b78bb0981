using System.Collections.Frozen;

namespace EnviAgriNet.Core.Markets;

/// <summary>The commodities this product knows, found by code or by Thai and English names, tolerant of spelling.</summary>
public static class CommodityTable
{
    private const int TolerantLengthMin = 6;
    private const int TwiceTolerantLengthMin = 12;
    private const int PrefixLengthMin = 3;
    private const char GradeMark = '+';

    private static readonly FrozenDictionary<string, Commodity> ByCode =
        CommodityNames.All.ToFrozenDictionary(n => n.Commodity.Code, n => n.Commodity);

    private static readonly List<CommodityName> Farm = Names(isMilledFirst: false);

    private static readonly List<CommodityName> Trade = Names(isMilledFirst: true);

    /// <summary>Every commodity.</summary>
    public static IReadOnlyList<Commodity> All { get; } = [.. CommodityNames.All.Select(n => n.Commodity)];

    /// <summary>The commodity a text means, as people write it; null when it means none. What farmers sell goes before what mills sell.</summary>
    public static Commodity? Find(string? text) => Match(text, PriceKind.FarmGate)?.Commodity;

    /// <summary>The commodity with this code, or null.</summary>
    public static Commodity? Of(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>
    /// The commodity and grade of a published name. A name that begins with the name of a commodity and says more is a grade of it. Where a name
    /// is that of paddy at the farm and of milled rice in trade, the kind of price decides.
    /// </summary>
    public static CommodityMatch? Match(string? text, PriceKind kind)
    {
        if (text is not null && ByCode.TryGetValue(text.Trim(), out Commodity? byCode))
        {
            return new CommodityMatch(byCode, null);
        }

        string plain = CommodityText.Plain(text);
        if (plain.Length < 2)
        {
            return null;
        }

        List<CommodityName> names = kind == PriceKind.FarmGate ? Farm : Trade;
        foreach (CommodityName name in names)
        {
            if (name.Plain == plain)
            {
                return new CommodityMatch(name.Commodity, name.IsGrade ? CommodityText.Grade(text!) : null);
            }
        }

        // Longest names first, so that sweet corn is no maize.
        foreach (CommodityName name in names)
        {
            if (name.Plain.Length >= PrefixLengthMin && plain.StartsWith(name.Plain, StringComparison.Ordinal) && EndsWord(plain, name.Plain))
            {
                return new CommodityMatch(name.Commodity, CommodityText.Grade(text!));
            }
        }

        Commodity? near = Near(plain, names);
        return near is null ? null : new CommodityMatch(near, null);
    }

    // An English name must end where a word ends; Thai has no blanks.
    private static bool EndsWord(string plain, string name) =>
        !char.IsAsciiLetter(name[^1]) || plain.Length == name.Length || !char.IsAsciiLetter(plain[name.Length]);

    private static Commodity? Near(string plain, List<CommodityName> names)
    {
        if (plain.Length < TolerantLengthMin)
        {
            return null;
        }

        int allowed = plain.Length >= TwiceTolerantLengthMin ? 2 : 1;
        List<(int Distance, Commodity Commodity)> near = [.. names
            .Where(n => Math.Abs(n.Plain.Length - plain.Length) <= allowed)
            .Select(n => (CommodityText.Distance(n.Plain, plain, allowed), n.Commodity)).Where(n => n.Item1 <= allowed).OrderBy(n => n.Item1)];

        // A slip that could mean two commodities means none.
        return near.Count > 0 && near.TrueForAll(n => n.Distance > near[0].Distance || n.Commodity == near[0].Commodity) ? near[0].Commodity : null;
    }

    private static List<CommodityName> Names(bool isMilledFirst)
    {
        Dictionary<string, CommodityName> names = [];
        foreach (CommodityNames.Entry entry in CommodityNames.All.OrderBy(e => e.IsMilled == isMilledFirst ? 0 : 1))
        {
            foreach (string name in (IEnumerable<string>)[entry.Commodity.Code, entry.Commodity.NameTh, entry.Commodity.NameEn, .. entry.Aliases])
            {
                CommodityName made = new(CommodityText.Plain(name), entry.Commodity, name[0] == GradeMark);
                names.TryAdd(made.Plain, made);
            }
        }

        return [.. names.Values.OrderByDescending(n => n.Plain.Length).ThenBy(n => n.Plain, StringComparer.Ordinal)];
    }

    private sealed record CommodityName(string Plain, Commodity Commodity, bool IsGrade);
}
