namespace Websopy.SemanticKernel.Tools;

/// <summary>
/// Passes a value on as reflection does where JSON has no way: an enum or a character is also a number, and a real number
/// that JSON cannot write is one of more digits.
/// </summary>
internal static class Widening
{
    private static readonly TypeCode[] Reals = [TypeCode.Single, TypeCode.Double];

    /// <summary>The types that hold every value of a type, without the reals.</summary>
    private static readonly Dictionary<TypeCode, TypeCode[]> Wider = new()
    {
        [TypeCode.Char] = [TypeCode.Char, TypeCode.UInt16, TypeCode.Int32, TypeCode.UInt32, TypeCode.Int64, TypeCode.UInt64],
        [TypeCode.SByte] = [TypeCode.SByte, TypeCode.Int16, TypeCode.Int32, TypeCode.Int64],
        [TypeCode.Byte] = [TypeCode.Byte, TypeCode.Char, TypeCode.Int16, TypeCode.UInt16, TypeCode.Int32, TypeCode.UInt32, TypeCode.Int64, TypeCode.UInt64],
        [TypeCode.Int16] = [TypeCode.Int16, TypeCode.Int32, TypeCode.Int64],
        [TypeCode.UInt16] = [TypeCode.UInt16, TypeCode.Char, TypeCode.Int32, TypeCode.UInt32, TypeCode.Int64, TypeCode.UInt64],
        [TypeCode.Int32] = [TypeCode.Int32, TypeCode.Int64],
        [TypeCode.UInt32] = [TypeCode.UInt32, TypeCode.Int64, TypeCode.UInt64],
        [TypeCode.Int64] = [TypeCode.Int64],
        [TypeCode.UInt64] = [TypeCode.UInt64],
    };

    public static bool TryWiden<T>(object value, out T widened)
    {
        widened = default!;
        var (from, to) = (Type.GetTypeCode(value.GetType()), Type.GetTypeCode(typeof(T)));
        object? wide = null;
        if (from == TypeCode.Single && to == TypeCode.Double) wide = (double)(float)value;
        else if (Wider.TryGetValue(from, out var types) && (Array.IndexOf(types, to) >= 0 || Array.IndexOf(Reals, to) >= 0)) wide = Convert<T>(value, from, to);
        if (wide is null) return false;
        widened = (T)wide;
        return true;
    }

    private static object Convert<T>(object value, TypeCode from, TypeCode to)
    {
        var number = from == TypeCode.Char ? (char)value : System.Convert.ToDecimal(value, null);
        if (typeof(T).IsEnum) return Enum.ToObject(typeof(T), from == TypeCode.UInt64 ? (object)(ulong)number : (long)number);
        return to == TypeCode.Char ? (char)number : System.Convert.ChangeType(number, to, null);
    }
}
