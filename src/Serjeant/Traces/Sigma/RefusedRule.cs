namespace Serjeant.Traces.Sigma;

/// <summary>A rule that is not used.</summary>
/// <param name="Place">File, and line where one is to blame.</param>
/// <param name="Title">Empty where it has none.</param>
/// <param name="Detail">What exactly: the field, the modifier, the kind of logs.</param>
public sealed record RefusedRule(string Place, string Title, RefusalReason Reason, string Detail);
