using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Enrolment;

/// <summary>Enrolments as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EnrolmentRequest))]
[JsonSerializable(typeof(EnrolmentAnswer))]
[JsonSerializable(typeof(RenewalRequest))]
public sealed partial class EnrolmentJson : JsonSerializerContext;
