using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class LinkPartsTests
{
    [Fact]
    public void Received_BothSidesLookAtOnce_IsTheSameBuffer()
    {
        for (int i = 0; i < 2000; i++)
        {
            LinkParts parts = new(new LinkOptions(), null, TimeProvider.System, NullLogger<MosquittoLink>.Instance);
            using Barrier start = new(2);
            ReceiveBuffer? other = null;
            Thread reader = new(() =>
            {
                start.SignalAndWait();
                other = parts.Received;
            });
            reader.Start();
            start.SignalAndWait();
            ReceiveBuffer one = parts.Received;
            reader.Join();
            Assert.Same(one, other);
        }
    }
}
