using System.Text.Json;
using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary>
/// A crop as a person writes it down, for what FAO-56 does not have: <c>{"code":"durian","stages":[60,90,120,95],
/// "kc":[0.7,0.8,0.7],"kcb":[0.6,0.75,0.6],"height":[6,6],"rootDepth":[1,1],"p":0.4}</c>. Keys that are not known are an error.
/// </summary>
internal sealed record CropFile
{
    public string? Code { get; init; }

    public string? NameEn { get; init; }

    public string? NameTh { get; init; }

    /// <summary>Days of the initial, development, mid and late stage.</summary>
    public IReadOnlyList<int>? Stages { get; init; }

    /// <summary>Single coefficients ini, mid, end.</summary>
    public IReadOnlyList<double>? Kc { get; init; }

    /// <summary>Basal coefficients ini, mid, end.</summary>
    public IReadOnlyList<double>? Kcb { get; init; }

    /// <summary>Height at planting and the largest, m.</summary>
    public IReadOnlyList<double>? Height { get; init; }

    /// <summary>Depth of the roots at planting and the largest, m.</summary>
    public IReadOnlyList<double>? RootDepth { get; init; }

    /// <summary>Share of the available water that can be used without stress at 5 mm/day.</summary>
    public double? P { get; init; }

    /// <summary>The inputs that name a crop and what may be changed of it.</summary>
    public static IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("crop", "", "a crop of FAO-56: " + string.Join(", ", CropTable.All.Select(c => c.Code))) { IsOptional = true, IsSetting = true },
        new("crop-file", "", "a crop that FAO-56 does not have, as a JSON file with code, stages [4], kc [3], kcb [3], height [2], rootDepth [2], p")
        {
            IsOptional = true,
            IsSetting = true,
        },
        new("stages", "days", "lengths of the initial, development, mid and late stage, such as 30,30,60,30") { IsOptional = true, IsSetting = true },
    ];

    /// <summary>The crop of a call, with the stages it chooses.</summary>
    public static Crop CropOf(CalcRow settings)
    {
        Crop crop = settings.OptionalText("crop-file") is { } file ? Read(file) : Find(settings);
        if (settings.OptionalText("stages") is { } text)
        {
            string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
            int[] days = [.. parts.Select(p => int.TryParse(p, out int n) ? n : -1)];
            crop = crop with
            {
                Stages = [days.Length == 4 && days.All(d => d >= 0)
                    ? new StageLengths(days[0], days[1], days[2], days[3])
                    : throw new CalcFault("stages", $"'{text}' is not four whole numbers of days such as 30,30,60,30")],
            };
        }

        return crop.Fault() is { } fault ? throw fault.AsFault() : crop;
    }

    private static Crop Find(CalcRow settings)
    {
        string code = settings.OptionalText("crop") ?? throw new CalcFault("crop", "is missing (or crop-file)");
        return CropTable.TryFind(code, out Crop? crop, out InputFault? fault) ? crop! : throw fault!.AsFault();
    }

    private static Crop Read(string file)
    {
        try
        {
            CropFile document = JsonSerializer.Deserialize(File.ReadAllText(file), CropJson.Default.CropFile)
                ?? throw new CalcFault("crop-file", "holds no crop");
            return document.ToCrop();
        }
        catch (JsonException e)
        {
            throw new CalcFault("crop-file", $"is not a crop: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CalcFault("crop-file", $"cannot be read: {e.Message}");
        }
    }

    private static CropCoefficients? Coefficients(string name, IReadOnlyList<double>? numbers) =>
        Numbers(name, numbers, 3) is { } n ? new CropCoefficients(n[0], n[1], n[2]) : null;

    private static IReadOnlyList<T>? Numbers<T>(string name, IReadOnlyList<T>? numbers, int count) =>
        numbers is null || numbers.Count == count
            ? numbers
            : throw new CalcFault("crop-file", $"{name} must have {count} numbers, not {numbers.Count}");

    private Crop ToCrop()
    {
        string code = Code ?? throw new CalcFault("crop-file", "code is missing");
        IReadOnlyList<int>? days = Numbers("stages", Stages, 4);
        IReadOnlyList<double> height = Numbers("height", Height, 2) ?? throw new CalcFault("crop-file", "height is missing");
        IReadOnlyList<double> roots = Numbers("rootDepth", RootDepth, 2) ?? throw new CalcFault("crop-file", "rootDepth is missing");
        return new Crop
        {
            Code = code,
            NameEn = NameEn ?? code,
            NameTh = NameTh ?? code,
            Stages = days is null ? [] : [new StageLengths(days[0], days[1], days[2], days[3])],
            Kc = Coefficients("kc", Kc),
            Kcb = Coefficients("kcb", Kcb),
            HeightStart = height[0],
            HeightMax = height[1],
            RootDepthStart = roots[0],
            RootDepthMax = roots[1],
            DepletionFraction = P ?? throw new CalcFault("crop-file", "p is missing"),
        };
    }
}
