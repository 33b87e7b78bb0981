using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>A field of a farmer who is a subscriber.</summary>
/// <param name="Id">Never given twice.</param>
/// <param name="Subscriber">Whose it is.</param>
/// <param name="Crop">A code of <see cref="CropTable"/>, such as <c>rice</c>.</param>
/// <param name="Variety">The variety as a code of the crop calendar, such as <c>kdml105</c>, or null.</param>
/// <param name="Subdistrict">Where it lies: subdistrict, or a district or province if no more is known.</param>
/// <param name="PlantedOn">When it was sown or transplanted, or null: then the usual time of the area is taken, and said so.</param>
/// <param name="Soil">Its soil, or null: then a middle one is taken, and said so.</param>
/// <param name="Rai">Its area, 0.01 to 10,000 rai, or null.</param>
/// <param name="IsIrrigated">Whether water can be let in, or null when it is not known.</param>
internal sealed record Plot(
    long Id,
    long Subscriber,
    string Crop,
    string? Variety,
    RegionId Subdistrict,
    DateOnly? PlantedOn,
    string? Soil,
    double? Rai,
    bool? IsIrrigated);
