using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.Simulation;

/// <summary>Sending as an actor does it; now and then a message arrives twice.</summary>
internal sealed class SimulatedMessages(SimulatedWorld world, SimulatedActor actor) : IMessageSender
{
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken) =>
        world.RequestAsync(
            actor,
            "send " + body,
            async () =>
            {
                await world.Queues.SendAsync(queue, body, delay, cancellationToken);
                if (world.DuplicatesLeft > 0 && world.Chance.Next(20) == 0)
                {
                    world.DuplicatesLeft--;
                    await world.Queues.SendAsync(queue, body, delay, cancellationToken);
                }

                return true;
            }
        );
}
