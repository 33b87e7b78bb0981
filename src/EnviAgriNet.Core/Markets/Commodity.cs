namespace EnviAgriNet.Core.Markets;

/// <summary>Something farmers sell, for which prices are published.</summary>
/// <param name="Code">Its code, such as <c>paddy-jasmine</c>; never changes.</param>
/// <param name="NameTh">Its name in Thai.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Crop">The crop it comes from, a code of the table of crops or of those outside it (<c>durian</c>), or null for animals.</param>
/// <param name="Shown">The unit in which farmers know its price, and which a publication without a unit means.</param>
/// <param name="IsByWeight">False for what is quoted by the head or the piece where no unit is stated: eggs, cattle, coconuts.</param>
/// <param name="BahtPerKgMin">Less is a slip of units. A limit of this product, not a published one.</param>
/// <param name="BahtPerKgMax">More is a slip of units. A limit of this product, not a published one.</param>
public sealed record Commodity(
    string Code,
    string NameTh,
    string NameEn,
    string? Crop,
    PriceUnit Shown,
    bool IsByWeight,
    double BahtPerKgMin,
    double BahtPerKgMax);

/// <summary>What a published name says.</summary>
/// <param name="Commodity">The commodity.</param>
/// <param name="Grade">The name as published without blanks where it says more than the commodity (a grade, a size), or null.</param>
public sealed record CommodityMatch(Commodity Commodity, string? Grade);
