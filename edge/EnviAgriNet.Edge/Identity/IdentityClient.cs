using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Enrolment;

namespace EnviAgriNet.Edge.Identity;

/// <summary>Asks the cloud for the station's certificate. It makes a client for each call: there are a few in a year.</summary>
internal sealed class IdentityClient(string cloudUrl, StationId station, IdentityFiles files)
{
    private static readonly TimeSpan AnswerTimeMax = TimeSpan.FromSeconds(60);

    /// <summary>Gets the first certificate for a code.</summary>
    public async Task EnrolAsync(string code, CancellationToken cancellationToken)
    {
        byte[] proof = EnrolmentCode.KeyOf(station, code)
            ?? throw new IdentityException("the code has four groups of five letters and digits; is one missing?");
        using ECDsa key = files.NextKey();
        EnrolmentRequest request = EnrolmentRequest.Make(station.Value, IdentityFiles.RequestFor(station.Value, key), proof);
        EnrolmentAnswer answer = await AskAsync("api/enrolment", request, EnrolmentJson.Default.EnrolmentRequest, cancellationToken);
        if (!answer.IsProved(request, proof))
        {
            throw new IdentityException($"whoever answers at {cloudUrl} does not know the code; is the address right?");
        }

        files.Take(station.Value, key, answer.Certificate, answer.Authority);
    }

    /// <summary>Gets the next certificate for the one that is held. It is believed when the authority that is known has signed it.</summary>
    public async Task RenewAsync(X509Certificate2 held, CancellationToken cancellationToken)
    {
        using ECDsa key = files.NextKey();
        RenewalRequest request = RenewalRequest.Make(held, IdentityFiles.RequestFor(station.Value, key));
        EnrolmentAnswer answer = await AskAsync("api/enrolment/renewal", request, EnrolmentJson.Default.RenewalRequest, cancellationToken);
        files.Take(station.Value, key, answer.Certificate, await File.ReadAllTextAsync(files.AuthorityFile, cancellationToken));
    }

    private async Task<EnrolmentAnswer> AskAsync<T>(string path, T request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            using HttpClient client = new()
            {
                BaseAddress = new Uri(cloudUrl.TrimEnd('/') + "/"),
                Timeout = AnswerTimeMax,
                MaxResponseContentBufferSize = Protocol.Limits.EnrolmentBytesMax,
            };
            // With its length told, since the cloud refuses to read what has none.
            using ByteArrayContent content = new(JsonSerializer.SerializeToUtf8Bytes(request, type));
            content.Headers.ContentType = new("application/json");
            using HttpResponseMessage response = await client.PostAsync(path, content, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new IdentityException(WordsOf(response.StatusCode));
            }

            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellationToken), EnrolmentJson.Default.EnrolmentAnswer)
                ?? throw new IdentityException($"{cloudUrl} answered without a certificate");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new IdentityException($"{cloudUrl} cannot be asked: {e.Message}");
        }
    }

    private static string WordsOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden => "the cloud refuses: the code or certificate does not fit this station, was used, withdrawn, or is past its time. "
            + "A new code comes from: eag-cloud station add",
        HttpStatusCode.TooManyRequests => "the cloud was asked too often from here; try again in an hour",
        _ => $"the cloud answered {(int)status}; is the address right?",
    };
}
