namespace Serjeant.Bench.Fuzz;

/// <summary>A parser to be fed with damaged input.</summary>
/// <param name="Name">As it is named after --target.</param>
/// <param name="Seeds">Good inputs that are damaged; called once.</param>
/// <param name="Run">Takes any bytes. Whatever it throws is a defect of the parser.</param>
/// <param name="Tokens">Pieces that mean something to the parser, put in at random places.</param>
internal sealed record FuzzTarget(string Name, Func<IEnumerable<byte[]>> Seeds, Action<byte[]> Run, params string[] Tokens);
