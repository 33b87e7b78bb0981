using System.Globalization;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Imports.Texts;

/// <summary>Finds the province that a text names, in Thai, or in English however it is spelt.</summary>
internal static class ProvinceText
{
    private const int TolerantLengthMin = 6;
    private const int PartLengthMin = 6;
    private const int DistanceMax = 2;

    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["อยุธยา"] = "14",
        ["กรุงเทพ"] = "10",
        ["กทม"] = "10",
        ["กรุงเทพมหานคร"] = "10",
        ["ศรีษะเกษ"] = "33",
        ["หนองบัวลําภู"] = "39",
        ["นครศรีธรรมราข"] = "80",
        ["โคราช"] = "30",
    };

    private static readonly Dictionary<string, RegionId> Thai = MakeThai();

    private static readonly List<(string Plain, RegionId Id)> English =
        [.. ProvinceNames.All.Select(p => (Latin(p.Value.NameEn), RegionId.Parse(p.Key)))];

    /// <summary>The province, or null. A name that is spelt another way than here is found, but told apart.</summary>
    /// <param name="text">The name, with or without <c>จ.</c> or <c>จังหวัด</c>.</param>
    /// <param name="isExact">Whether it is spelt as here.</param>
    public static RegionId? Find(string text, out bool isExact)
    {
        string thai = Plain(text);
        isExact = true;
        if (thai.Length > 0 && Thai.TryGetValue(thai, out RegionId exact))
        {
            isExact = !Aliases.ContainsKey(thai) || thai is "กรุงเทพมหานคร";
            return exact;
        }

        string latin = Latin(text);
        return latin.Length > 0 ? OfLatin(latin, out isExact) : null;
    }

    /// <summary>The province after <c>จ.</c> or <c>จังหวัด</c> in an address, or null.</summary>
    public static RegionId? InAddress(string address)
    {
        int at = Math.Max(address.LastIndexOf("จ.", StringComparison.Ordinal) is var a and >= 0 ? a + 2 : -1,
            address.LastIndexOf("จังหวัด", StringComparison.Ordinal) is var b and >= 0 ? b + 7 : -1);
        return at < 0 ? null : Find(address[at..], out _);
    }

    /// <summary>How the province is called, or the code.</summary>
    public static string Name(RegionId region) => ProvinceNames.Of(region) is { } place ? place.NameEn : region.Code;

    private static RegionId? OfLatin(string latin, out bool isExact)
    {
        List<(string Plain, RegionId Id)> same = English.FindAll(e => e.Plain == latin);
        isExact = same.Count == 1;
        if (isExact)
        {
            return same[0].Id;
        }

        List<(string Plain, RegionId Id)> near = latin.Length < PartLengthMin
            ? []
            : English.FindAll(e => e.Plain.StartsWith(latin, StringComparison.Ordinal) || e.Plain.EndsWith(latin, StringComparison.Ordinal));
        if (near.Count == 0 && latin.Length >= TolerantLengthMin)
        {
            List<(int Distance, RegionId Id)> by = [.. English.Select(e => (Distance(e.Plain, latin), e.Id)).Where(e => e.Item1 <= DistanceMax).OrderBy(e => e.Item1)];
            return by.Count == 1 || (by.Count > 1 && by[0].Distance < by[1].Distance) ? by[0].Id : null;
        }

        return near.Count == 1 ? near[0].Id : null;
    }

    private static Dictionary<string, RegionId> MakeThai()
    {
        Dictionary<string, RegionId> all = ProvinceNames.All.ToDictionary(p => Plain(p.Value.NameTh), p => RegionId.Parse(p.Key));
        foreach ((string alias, string code) in Aliases)
        {
            all.TryAdd(Plain(alias), RegionId.Parse(code));
        }

        return all;
    }

    private static string Plain(string text)
    {
        string tight = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or 'ฯ' or '์' or '*')))
            .Replace("ํา", "ำ", StringComparison.Ordinal).Replace('ฏ', 'ฎ');
        tight = tight.StartsWith("จังหวัด", StringComparison.Ordinal) ? tight["จังหวัด".Length..] : tight;
        return tight.StartsWith('จ') && Thai?.ContainsKey(tight) != true && Thai?.ContainsKey(tight[1..]) == true ? tight[1..] : tight;
    }

    private static string Latin(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToLower(CultureInfo.InvariantCulture);

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > DistanceMax)
        {
            return DistanceMax + 1;
        }

        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
