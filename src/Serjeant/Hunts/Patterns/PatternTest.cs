using System.Collections.Immutable;

namespace Serjeant.Hunts.Patterns;

internal enum TestOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Like,
    Matches,
    IsSubset,
    IsSuperset,
    Exists,
}

/// <summary>A constant of a pattern.</summary>
/// <param name="Kind">Text, Number, Timestamp, Hex, Binary, or Word for true and false.</param>
/// <param name="Text">Without its quotes.</param>
internal readonly record struct Constant(PatternTokenKind Kind, string Text);

/// <summary>A property of an observed object.</summary>
/// <param name="Type">"email-message".</param>
/// <param name="Path">"to_refs[*].value": quotes left out, every index as [*].</param>
/// <param name="Indexed">One place of a list was named, not any.</param>
internal sealed record ObjectPath(string Type, string Path, bool Indexed)
{
    public override string ToString() => $"{Type}:{Path}";
}

/// <summary>One comparison as it stands in a pattern, before it is known whether an index can answer it.</summary>
/// <param name="Path">What is compared.</param>
/// <param name="Operator">How.</param>
/// <param name="Negated">NOT stood before it.</param>
/// <param name="Constants">With what: one, several for IN, none for EXISTS.</param>
/// <param name="Text">As it stands in the pattern.</param>
internal sealed record PatternTest(ObjectPath Path, TestOperator Operator, bool Negated, ImmutableArray<Constant> Constants, string Text) : Condition;
