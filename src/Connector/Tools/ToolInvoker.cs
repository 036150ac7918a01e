using System.ComponentModel;

namespace Websopy.SemanticKernel.Tools;

/// <summary>Binds the arguments of a call, calls the method, and hands its result to <see cref="ToolCall"/>. Written by the tool generator.</summary>
/// <param name="call">The call.</param>
/// <returns>The function's result.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask<object?> ToolInvoker(in ToolCall call);
