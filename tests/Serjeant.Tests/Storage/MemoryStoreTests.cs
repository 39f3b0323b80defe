using Serjeant.Storage;

namespace Serjeant.Tests.Storage;

public sealed class MemoryStoreTests : ProgressContract
{
    public MemoryStoreTests() => Store = new MemoryStore();

    protected override void Reopen()
    {
        // There is nothing to come back to: the same store goes on.
    }

    protected override void Fresh() => Store = new MemoryStore();
}
