using System.Net;
using EnviAgriNet.Cloud.Registration;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>Who may send a form: somebody on our own page, not too often.</summary>
internal sealed class RegistrationGate(ClientRates rates, RegistrationMetrics metrics, IOptions<RegistrationOptions> options)
{
    /// <summary>The status to refuse a request with, or null.</summary>
    public int? Refusal(HttpContext context)
    {
        int? refusal = !rates.TryTakeRequest(ClientOf(context)) ? StatusCodes.Status429TooManyRequests
            : !IsOurOwn(context.Request) ? StatusCodes.Status403Forbidden
            : null;
        if (refusal is { } status)
        {
            metrics.OnRefused(status);
        }

        return refusal;
    }

    /// <summary>Asks for a code when the client may have one more; the name of the question, or null.</summary>
    public string? Ask(HttpContext context, Func<string?> ask)
    {
        bool isAllowed = rates.TryTakeCode(ClientOf(context));
        string? name = isAllowed ? ask() : null;
        metrics.OnAsked(name is not null ? "sent" : isAllowed ? "address-limit" : "client-limit");
        return name;
    }

    // Browsers name the origin of a form; what names none is no browser that could be led astray by a foreign page, or a very old one.
    private bool IsOurOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return false;
        }

        string origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, Own(request), StringComparison.OrdinalIgnoreCase);
    }

    private string Own(HttpRequest request) =>
        options.Value.Origin.Length > 0 ? options.Value.Origin : $"{request.Scheme}://{request.Host}";

    private IPAddress? ClientOf(HttpContext context)
    {
        string header = options.Value.ClientHeader;
        if (header.Length > 0 && context.Request.Headers[header].ToString() is { Length: > 0 } named)
        {
            return IPAddress.TryParse(named[(named.LastIndexOf(',') + 1)..].Trim(), out IPAddress? client) ? client : null;
        }

        return context.Connection.RemoteIpAddress;
    }
}
