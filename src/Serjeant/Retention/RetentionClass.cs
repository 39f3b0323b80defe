namespace Serjeant.Retention;

/// <summary>How long something of a message is kept depends on what it was found to be.</summary>
public enum RetentionClass
{
    Ordinary,
    /// <summary>Suspect by itself, or in a suspect campaign.</summary>
    Suspect,
    /// <summary>Hostile by itself, or in a hostile campaign.</summary>
    Hostile,
    /// <summary>A legal hold covers it: it is kept until that is released.</summary>
    Held,
}
