using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// A read that has to wait, and most likely brings more text. One object serves all reads of a turn: a state machine for each
/// would be most of what an event costs here.
/// </summary>
/// <param name="passText">Passes the update on, where it is but more text.</param>
/// <param name="advance">The way of everything else, with the outcome of the read, or how it failed.</param>
internal sealed class TextRead(Func<bool> passText, Func<bool, Exception?, ValueTask<bool>> advance) : IValueTaskSource<bool>
{
    private ManualResetValueTaskSourceCore<bool> _completion;
    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _reading;
    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _advancing;
    private Action? _onRead;

    /// <summary>Waits for a read, and for all that follows from it.</summary>
    public ValueTask<bool> WaitAsync(ValueTask<bool> reading)
    {
        _completion.Reset();
        _reading = reading.ConfigureAwait(false).GetAwaiter();
        _reading.UnsafeOnCompleted(_onRead ??= OnRead);
        return new ValueTask<bool>(this, _completion.Version);
    }

    public bool GetResult(short token) => _completion.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _completion.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _completion.OnCompleted(continuation, state, token, flags);

    private void OnRead()
    {
        bool read = false, passed = false;
        Exception? failure = null;
        try
        {
            read = _reading.GetResult();
            passed = read && passText();
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        if (passed)
        {
            _completion.SetResult(true); // runs the caller's code: not where an exception of it would be taken for the read's
            return;
        }

#pragma warning disable CA2012 // consumed once, by the awaiter that is kept for it
        _advancing = advance(read, failure).ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012
        if (_advancing.IsCompleted) OnAdvanced();
        else _advancing.UnsafeOnCompleted(OnAdvanced);
    }

    private void OnAdvanced()
    {
        bool result;
        try
        {
            result = _advancing.GetResult();
        }
        catch (Exception exception)
        {
            _completion.SetException(exception);
            return;
        }

        _completion.SetResult(result);
    }
}
