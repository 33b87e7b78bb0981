namespace EnviAgriNet.Forecasting;

/// <summary>A model's part in a combination.</summary>
/// <param name="Name">The model, such as <c>ets</c>.</param>
/// <param name="Description">What was fitted, such as <c>ETS(A,Ad,N)</c>.</param>
/// <param name="Weight">Its share, 0 to 1; all shares together are 1.</param>
public sealed record ModelWeight(string Name, string Description, double Weight);
