namespace Websopy.SemanticKernel.Tools;

/// <summary>What differs between the callers of a tool: who fails how, and what becomes of a result.</summary>
internal abstract class ToolHost
{
    /// <summary>Whether results go back as they are, instead of as JSON.</summary>
    public abstract bool KeepsResults { get; }

    /// <summary>The failure of a call that lacks an argument.</summary>
    public abstract Exception Missing(string argument);

    /// <summary>Converts a value that JSON could not. Most hosts have no other way.</summary>
    public virtual bool TryConvert<T>(object value, out T converted)
    {
        converted = default!;
        return false;
    }

    /// <summary>The services of a call.</summary>
    public abstract IServiceProvider? Services(in ToolCall call);
}
