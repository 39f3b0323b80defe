using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Signals;
using Serjeant.Sources;

namespace Serjeant.Cli.Commands;

/// <summary>Reads folders of mail whose truth is known, each message as it was received and once more without what its receiving service added.</summary>
internal sealed class LabelledMail(House house)
{
    /// <summary>Ends the corpus name of the copies without the receiving service's headers.</summary>
    public const string Bare = " (bare)";

    private readonly FactsMaker _facts = new(house.Roster, house.Services);
    private readonly SignalMaker _signals = new(house);
    private readonly SourceFinder _finder = new(SourceLimits.Default);
    private readonly SourceReader _reader = new(SourceLimits.Default);

    /// <param name="folder">A file or folder; its last part names the corpus.</param>
    public async Task<List<LabelledMessage>> ReadAsync(string folder, bool hostile, CancellationToken cancellation)
    {
        var corpus = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var read = new List<LabelledMessage>();
        foreach (var found in _finder.Find([folder]))
        {
            if (found.File is not { } file)
            {
                if (found.Unreadable?.Place.Source == folder) throw new SerjeantException($"{folder}: {found.Unreadable.Reason}", retryHelps: false);
                continue; // one file that cannot be opened is no reason to fit on nothing
            }
            await foreach (var item in _reader.ReadAsync(file, null, cancellation).ConfigureAwait(false))
            {
                if (item is not RawMessage message) continue;
                using (message)
                {
                    var facts = _facts.Make(message, cancellation);
                    read.Add(Label(facts, corpus, hostile));
                    var bare = new RawMessage(message.Place, ReceivingSide.Remove(message.Bytes.Span, facts.Route.HandOver + 1));
                    read.Add(Label(_facts.Make(bare, cancellation), corpus + Bare, hostile));
                }
            }
        }
        return read;
    }

    private LabelledMessage Label(MessageFacts facts, string corpus, bool hostile)
    {
        var group = facts.Sender.Domain.Registrable.Name;
        return new([.. _signals.Make(facts).Select(s => s.Code)], hostile, corpus, group.Length > 0 ? group : facts.Place.ToString(), facts.Place.ToString());
    }
}
