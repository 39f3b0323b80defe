using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Personas;
using Serjeant.Retention;

namespace Serjeant;

/// <summary>Everything that the flow keeps, in one place.</summary>
public interface IFlowStore : IScanStore, IPersonaStore, IIndexStore, IKeepingStore
{
}
