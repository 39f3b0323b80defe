using System.Collections.Immutable;
using System.Text.Json;
using Serjeant.Signals.Impersonation;

namespace Serjeant.Reports;

/// <summary>The field <c>imitations</c> of messages and campaigns.</summary>
internal static class JsonImitations
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<Imitation> imitations)
    {
        json.WriteStartArray("imitations");
        foreach (var imitation in imitations)
        {
            json.WriteStartObject();
            json.WriteString("whose", imitation.Kind switch
            {
                ImitatedKind.Person => "person",
                ImitatedKind.Body => "body",
                ImitatedKind.Outlet => "outlet",
                _ => "correspondent",
            });
            json.WriteString("imitated", imitation.Imitated);
            json.WriteString("manner", imitation.Manner switch
            {
                ImitationManner.DisplayName => "display-name",
                ImitationManner.LocalPart => "local-part",
                ImitationManner.Freemail => "freemail",
                ImitationManner.Domain => "domain",
                ImitationManner.ReplyTo => "reply-to",
                ImitationManner.Spoof => "spoof",
                _ => "text",
            });
            json.WriteString("trueName", imitation.TrueName);
            json.WriteString("trueAddress", imitation.TrueAddress);
            json.WriteString("falseName", imitation.FalseName);
            json.WriteString("falseAddress", imitation.FalseAddress);
            json.WriteString("explanation", imitation.Explanation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
