namespace EnviAgriNet.Core.Markets;

/// <summary>Who pays the price to whom.</summary>
public enum PriceKind
{
    /// <summary>What the farmer gets at the farm.</summary>
    FarmGate,

    /// <summary>What a trader pays in a market.</summary>
    Wholesale,

    /// <summary>What a household pays.</summary>
    Retail,

    /// <summary>What is paid on board a ship (f.o.b.).</summary>
    Export,
}
