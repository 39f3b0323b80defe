using Serjeant.Storage;

namespace Serjeant.Tests.Retention;

public sealed class MemoryKeepingTests : KeepingContract
{
    public MemoryKeepingTests() => Store = new MemoryStore { Time = Clock };

    protected override void Reopen()
    {
        // There is nothing to come back to: the same store goes on.
    }
}
