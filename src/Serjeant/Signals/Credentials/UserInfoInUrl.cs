using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A link shows one host in front of @ and leads to another behind it.</summary>
internal sealed class UserInfoInUrl : IDetector
{
    public string Code => "credentials.user-info";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.Address.UserInfo.Contains('.', StringComparison.Ordinal) && link.Address.Scheme is "http" or "https" && link.Address.UserInfo.Length > 3) return Evidence.Of(link);
        return null;
    }
}
