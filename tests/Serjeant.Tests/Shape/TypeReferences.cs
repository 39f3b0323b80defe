using System.Reflection;
using System.Reflection.Emit;

namespace Serjeant.Tests.Shape;

/// <summary>
/// Which types a type really uses: base types, members' signatures, and every token in the code of its methods. What the compiler
/// puts in the place of a name (constants, names in nameof) is not seen.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value, o => o.OperandType);

    public static HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(type.BaseType, found);
        foreach (var implemented in type.GetInterfaces()) Add(implemented, found);
        foreach (var field in type.GetFields(Everything)) Add(field.FieldType, found);
        foreach (var method in type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)))
        {
            if (method is MethodInfo { ReturnType: var returned }) Add(returned, found);
            foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType, found);
            if (method.GetMethodBody() is not { } body) continue;
            foreach (var local in body.LocalVariables) Add(local.LocalType, found);
            foreach (var clause in body.ExceptionHandlingClauses)
                if (clause.Flags == ExceptionHandlingClauseOptions.Clause) Add(clause.CatchType, found);
            if (body.GetILAsByteArray() is { } code) Read(code, method, found);
        }
        return found;
    }

    private static void Add(Type? type, HashSet<Type> found)
    {
        if (type is null || !found.Add(type)) return;
        if (type.HasElementType) Add(type.GetElementType(), found);
        foreach (var argument in type.GenericTypeArguments) Add(argument, found);
        Add(type.DeclaringType, found);
    }

    private static void Read(byte[] code, MethodBase method, HashSet<Type> found)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xfe) value = (short)(0xfe00 | code[at++]);
            var operand = Operands[value];
            if (operand is OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok)
                Member(method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments), found);
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }

    private static void Member(MemberInfo? member, HashSet<Type> found)
    {
        Add(member as Type ?? member?.DeclaringType, found);
        if (member is FieldInfo field) Add(field.FieldType, found);
        if (member is MethodInfo called)
        {
            Add(called.ReturnType, found);
            foreach (var argument in called.IsGenericMethod ? called.GetGenericArguments() : []) Add(argument, found);
        }
    }
}
