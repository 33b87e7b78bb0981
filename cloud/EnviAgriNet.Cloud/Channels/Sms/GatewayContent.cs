using System.Net;
using System.Text;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>The body of a call; knows whether any of it can have left, which decides between a retry and an unknown fate.</summary>
internal sealed class GatewayContent : HttpContent
{
    private readonly byte[] _body;

    public GatewayContent(string body, string contentType)
    {
        _body = Encoding.UTF8.GetBytes(body);
        Headers.ContentType = new(contentType, "utf-8");
    }

    /// <summary>Whether a connection was there to write to.</summary>
    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
