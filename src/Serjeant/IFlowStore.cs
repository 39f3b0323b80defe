using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Personas;
using Serjeant.Retention;
using Serjeant.Traces;

namespace Serjeant;

/// <summary>Everything that the flow keeps, in one place.</summary>
public interface IFlowStore : IScanStore, IPersonaStore, IIndexStore, IHuntStore, ITraceStore, IKeepingStore
{
}
