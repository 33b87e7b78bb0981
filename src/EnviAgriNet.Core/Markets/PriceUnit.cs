using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EnviAgriNet.Core.Markets;

/// <summary>By what weight a price is quoted. Units by the piece, by volume or by the basket have no certain weight and are not here.</summary>
public enum PriceUnit
{
    /// <summary>Baht per kilogram, the unit of everything that is kept.</summary>
    BahtPerKg,

    /// <summary>Baht per ton of 1,000 kg.</summary>
    BahtPerTon,

    /// <summary>Baht per 100 kg, as wholesale rice is quoted.</summary>
    BahtPer100Kg,
}

/// <summary>Reads, converts and writes units of price.</summary>
public static class PriceUnits
{
    /// <summary>The same price in baht per kilogram.</summary>
    public static double ToBahtPerKg(this PriceUnit unit, double price) => price / Kilograms(unit);

    /// <summary>A price in baht per kilogram as this unit shows it.</summary>
    public static double FromBahtPerKg(this PriceUnit unit, double bahtPerKg) => bahtPerKg * Kilograms(unit);

    /// <summary>How many kilograms the price is for.</summary>
    public static double Kilograms(this PriceUnit unit) => unit switch
    {
        PriceUnit.BahtPerKg => 1,
        PriceUnit.BahtPerTon => 1_000,
        PriceUnit.BahtPer100Kg => 100,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "is no unit of price"),
    };

    /// <summary>As people write it: <c>บาท/กก.</c> or <c>baht/kg</c>.</summary>
    public static string Text(this PriceUnit unit, bool thai) => (unit, thai) switch
    {
        (PriceUnit.BahtPerTon, true) => "บาท/ตัน",
        (PriceUnit.BahtPerTon, false) => "baht/ton",
        (PriceUnit.BahtPer100Kg, true) => "บาท/100 กก.",
        (PriceUnit.BahtPer100Kg, false) => "baht/100 kg",
        (_, true) => "บาท/กก.",
        _ => "baht/kg",
    };

    /// <summary>
    /// Reads a unit in Thai or English: <c>บาท/กก.</c>, <c>หน่วย : บาท/ตัน</c>, <c>บาทต่อกิโลกรัม</c>, <c>THB/kg</c>, <c>baht/100 kg</c>, and the bare
    /// <c>KG</c> or <c>100 KG</c> of price lists in baht. False for units without a certain weight, such as baht per 100 eggs.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PriceUnit unit)
    {
        unit = default;
        string plain = string.Concat((text ?? string.Empty).Where(c => char.IsLetterOrDigit(c) || IsThaiMark(c)))
            .ToLower(CultureInfo.InvariantCulture);
        foreach (string before in (ReadOnlySpan<string>)["หน่วย", "unit", "ราคา", "บาท", "thb", "baht", "ต่อ", "per", "ละ"])
        {
            plain = plain.StartsWith(before, StringComparison.Ordinal) ? plain[before.Length..] : plain;
        }

        PriceUnit? found = plain switch
        {
            "กก" or "กิโลกรัม" or "กิโล" or "kg" or "1kg" or "1กก" or "kilogram" => PriceUnit.BahtPerKg,
            "ตัน" or "ton" or "tonne" or "mt" or "1000กก" or "1000kg" or "เมตริกตัน" => PriceUnit.BahtPerTon,
            "100กก" or "100กิโลกรัม" or "100kg" or "quintal" or "ร้อยกก" or "ร้อยกิโลกรัม" => PriceUnit.BahtPer100Kg,
            _ => null,
        };
        unit = found ?? default;
        return found is not null;
    }

    // Vowels and tones above and below the line are no letters to .NET.
    private static bool IsThaiMark(char c) => c is 'ั' or (>= 'ิ' and <= 'ฺ') or (>= '็' and <= '๎');
}
