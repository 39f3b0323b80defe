using System.Diagnostics;
using System.Globalization;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Authentication;
using Serjeant.Facts.Bulk;
using Serjeant.Facts.Html;
using Serjeant.Facts.Route;
using Serjeant.Facts.Text;
using Serjeant.Facts.Unwrapping;
using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Bench.Speed;

/// <summary>CPU time and allocation of each part of the facts, one thread, for finding what to make faster.</summary>
internal static class StagesCommand
{
    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Options.Value(args, "--mail") ?? Path.Combine("..", "shared", "corpora", "phish");
        var bytes = Directory.GetFiles(folder).Select(File.ReadAllBytes).ToArray();
        var messages = bytes.Select(b => MimeMessage.Load(new MemoryStream(b))).ToArray();
        var html = messages.SelectMany(m => m.BodyParts.OfType<TextPart>().Where(t => t.IsHtml).Select(t => t.Text)).ToArray();
        var unwrapper = new LinkUnwrapper();
        var reader = new HtmlReader(FactsLimits.Default, unwrapper);
        var read = html.Select(h => { var f = new HtmlFacts(); reader.Read(h, f); return f; }).ToArray();
        var texts = read.Select(f => f.Visible.ToString()).ToArray();
        var words = new Words();
        var phrases = new PhraseFinder();
        var languages = new LanguageGuesser();
        var route = new RouteReader([]);
        var routes = messages.Select(m => route.Read(m.Headers, null)).ToArray();
        var authentication = new AuthenticationReader(new HashSet<string>());
        var bulk = new BulkReader();
        var maker = new FactsMaker(Roster.Empty, MailingServices.Load());
        for (var round = 0; round < 12; round++)
        {
            var show = round == 11;
            Stage("parse", show, () => { foreach (var b in bytes) using (new MimeParser(new MemoryStream(b), MimeFormat.Entity, true).ParseMessage()) { } });
            Stage("parse, Load", show, () => { foreach (var b in bytes) using (MimeMessage.Load(new MemoryStream(b))) { } });
            Stage("decode .Text", show, () => { foreach (var m in messages) foreach (var p in m.BodyParts) if (p is TextPart t) _ = t.Text.Length; });
            Stage("decode ours", show, () => { foreach (var m in messages) foreach (var p in m.BodyParts) if (p is TextPart t) Facts.Body.TextDecoder.Decode(t, out _).Dispose(); });
            Stage("sha-256", show, () => { foreach (var b in bytes) _ = Sha256.Of(b); });
            Stage("html scan", show, () => { foreach (var h in html) { var s = new HtmlScanner(h); while (s.Next()) { } } });
            Stage("html read", show, () => { foreach (var h in html) reader.Read(h, new HtmlFacts()); });
            Stage("visible string", show, () => { foreach (var f in read) _ = f.Visible.ToString(); });
            Stage("words", show, () => { foreach (var t in texts) words.Read(t); });
            Stage("words+themes", show, () => { foreach (var t in texts) { words.Read(t); phrases.Find(words.Hashes, false); } });
            Stage("words+language", show, () => { foreach (var t in texts) { words.Read(t); languages.Guess(words); } });
            Stage("words+template", show, () => { foreach (var t in texts) { words.Read(t); TemplateMaker.Make(words.Hashes, []); } });
            Stage("route", show, () => { foreach (var m in messages) route.Read(m.Headers, null); });
            Stage("authentication", show, () => { for (var i = 0; i < messages.Length; i++) authentication.Read(messages[i].Headers, default, routes[i]); });
            Stage("bulk", show, () => { foreach (var m in messages) bulk.Read(m.Headers, m.Body, false); });
            Stage("sender", show, () => { foreach (var m in messages) Facts.Headers.SenderReader.Read(m.Headers); });
            Stage("facts, all", show, () => { foreach (var b in bytes) maker.Make(new Sources.RawMessage(new("", 0, 0), b)); });
        }
        return 0;

        void Stage(string name, bool show, Action work)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            work();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
            if (show) Console.WriteLine($"{name,-16}{cpu.TotalMicroseconds / bytes.Length,9:F1} us/message {(GC.GetAllocatedBytesForCurrentThread() - allocated) / bytes.Length,9} bytes/message");
        }
    }
}
