using EnviAgriNet.Mqtt.Native;

namespace EnviAgriNet.Mqtt;

/// <summary>Gives the connection what callers wait to send. An error that it returns is the connection's end.</summary>
internal sealed unsafe class Outbound(LinkParts parts, KeepAliveWatch keepAlive, nint handle)
{
    public int SendSubscriptions()
    {
        while (parts.Subscriptions.TryTakeUnsent(out SubscribeRequest? request))
        {
            int result = Mosquitto.Subscribe(handle, out int id, request.Filter, (int)request.Quality);
            parts.Subscriptions.OnSent(id, request);
            if (result != Mosquitto.Success)
            {
                return result;
            }

            keepAlive.OnSent();
        }

        return Mosquitto.Success;
    }

    /// <summary>Sends as many as the window has room for.</summary>
    public int SendPublications()
    {
        while (parts.Window.TryBeginSend(out Publication? publication))
        {
            int result = Send(publication);
            if (result != Mosquitto.Success)
            {
                return result;
            }
        }

        return Mosquitto.Success;
    }

    /// <summary>Sends one; an error is returned only if it is the connection's, not the message's.</summary>
    private int Send(Publication publication)
    {
        int result;
        int id;
        fixed (byte* payload = publication.Payload.Span)
        {
            result = Mosquitto.Publish(
                handle,
                out id,
                publication.Topic,
                publication.Payload.Length,
                payload,
                (int)publication.Quality,
                publication.Retain);
        }

        keepAlive.OnSent();
        if (result is Mosquitto.Success or Mosquitto.ErrorErrno or Mosquitto.ErrorConnectionLost
            or Mosquitto.ErrorNoConnection)
        {
            parts.Window.OnSent(id);
            return result;
        }

        string reason = Mosquitto.Describe(result);
        parts.Window.OnSendFailed(
            new LinkException($"A message on '{publication.Topic}' cannot be sent: {reason}", isTransient: false));
        return Mosquitto.Success;
    }
}
