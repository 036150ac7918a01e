// Enums that are written and read in different ways.
using System;
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Sample;

public enum Color { Red, Green, Blue }

[Flags]
public enum Rights { None = 0, Read = 1, Write = 2, Delete = 4, All = Read | Write | Delete }

public enum Level : byte { Low = 1, High = 200 }

public enum Signed : short { Below = -5, Zero = 0, Above = 5 }

public enum Large : ulong { Small = 1, Huge = ulong.MaxValue }

public enum Spoken
{
    [JsonStringEnumMemberName("custom-name")] First,
    [JsonStringEnumMemberName("ÄÖ \"x\"")] Second,
    Third,
}

public enum Twins { One = 1, Uno = 1, Two = 2, Zwei = 2 }

[JsonConverter(typeof(JsonStringEnumConverter<Marked>))]
[Description("How it is marked.")]
public enum Marked { No, Yes }

[JsonConverter(typeof(JsonNumberEnumConverter<Numbered>))]
public enum Numbered { Zero, One }

public enum Empty { }

[Flags]
public enum Sparse { Four = 4, [JsonStringEnumMemberName("sixteen")] Sixteen = 16, Twenty = 20 }
