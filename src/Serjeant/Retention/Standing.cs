using Serjeant.Judgement;
using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>What a message was found to be, where that is not ordinary; kept for as long as anything of the message is.</summary>
/// <param name="Message">Which message.</param>
/// <param name="Finding">The graver of the message's own and its campaign's.</param>
/// <param name="Campaign">Its campaign; empty where it belongs to none.</param>
public readonly record struct Standing(Sha256 Message, Finding Finding, string Campaign)
{
    public RetentionClass Class => Finding switch
    {
        Finding.Hostile => RetentionClass.Hostile,
        Finding.Suspect => RetentionClass.Suspect,
        _ => RetentionClass.Ordinary,
    };
}
