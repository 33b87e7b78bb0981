namespace EnviAgriNet.Cloud.Cases;

/// <summary>Who is responsible for a kind of complaint in a region.</summary>
/// <param name="Kind">The kind, or <c>*</c> for any.</param>
/// <param name="Region">Code of the region; empty for the whole country.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Email">Where it is written to, or empty.</param>
/// <param name="Phone">Where it is told by SMS, a Thai mobile number, or empty.</param>
internal sealed record Agency(string Kind, string Region, string Name, string Email, string Phone)
{
    /// <summary>Any kind.</summary>
    public const string AnyKind = "*";
}
