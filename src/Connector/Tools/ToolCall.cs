using System.ComponentModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Websopy.SemanticKernel.Tools;

/// <summary>A call of a tool: its arguments, what can be injected, and the way back for the result. Read by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ToolCall
{
    private readonly object? _target;

    internal ToolCall(ToolDeclaration declaration, object? target, ToolHost host, AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        Declaration = declaration;
        _target = target;
        Host = host;
        Arguments = arguments;
        CancellationToken = cancellationToken;
    }

    /// <summary>The arguments as they came.</summary>
    public AIFunctionArguments Arguments { get; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; }

    internal ToolDeclaration Declaration { get; }

    internal ToolHost Host { get; }

    /// <summary>The object whose method is called.</summary>
    /// <typeparam name="T">The class of the tool set.</typeparam>
    /// <returns>The object.</returns>
    public T Target<T>()
        where T : class => (T)_target!;

    /// <summary>A required argument.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="name">The argument's name.</param>
    /// <returns>The argument's value; the default of the type for <see langword="null"/>.</returns>
    /// <exception cref="ArgumentException">The argument is missing, or it cannot be converted.</exception>
    /// <exception cref="System.Text.Json.JsonException">The argument is JSON that does not fit the type.</exception>
    public T Argument<T>(string name) =>
        Arguments.TryGetValue(name, out var value) ? ArgumentReader.Read<T>(this, name, value) : throw Host.Missing(name);

    /// <summary>An argument that may be missing.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="name">The argument's name.</param>
    /// <param name="defaultValue">The value of a missing argument.</param>
    /// <returns>The argument's value; the default of the type for <see langword="null"/>.</returns>
    /// <exception cref="ArgumentException">The argument cannot be converted.</exception>
    /// <exception cref="System.Text.Json.JsonException">The argument is JSON that does not fit the type.</exception>
    public T Optional<T>(string name, T defaultValue) =>
        Arguments.TryGetValue(name, out var value) ? ArgumentReader.Read<T>(this, name, value) : defaultValue;

    /// <summary>The services of the call.</summary>
    /// <param name="parameter">The parameter that asks for them.</param>
    /// <param name="optional">Whether there may be none.</param>
    /// <returns>The services, or <see langword="null"/> where there are none and none are needed.</returns>
    /// <exception cref="ArgumentNullException">There are none.</exception>
    public IServiceProvider? Services(string parameter, bool optional) => Host.Services(this) switch
    {
        null when !optional => throw ArgumentFailure.NoServices(parameter),
        var services => services,
    };

    /// <summary>A service with a key.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <param name="parameter">The parameter that asks for it.</param>
    /// <param name="key">The key.</param>
    /// <returns>The service.</returns>
    /// <exception cref="ArgumentNullException">The call has no services.</exception>
    /// <exception cref="InvalidOperationException">There is no such service.</exception>
    public T KeyedService<T>(string parameter, object? key)
        where T : notnull => Services(parameter, optional: false)!.GetRequiredKeyedService<T>(key);

    /// <summary>A service with a key that may be missing.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="defaultValue">What stands in for a missing service.</param>
    /// <returns>The service, or <paramref name="defaultValue"/>.</returns>
    public T OptionalKeyedService<T>(object? key, T defaultValue) =>
        Host.Services(this) is IKeyedServiceProvider services && services.GetKeyedService(typeof(T), key) is T service ? service : defaultValue;

    /// <summary>The way back of a method without a result.</summary>
    /// <returns>No result.</returns>
    public static ValueTask<object?> Return() => default;

    /// <summary>The way back of a result.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="result">The result.</param>
    /// <returns>The result, as the caller wants it.</returns>
    public ValueTask<object?> Return<T>(T result) => new(ResultWriter.Write(this, result));

    /// <summary>The way back of an asynchronous method without a result.</summary>
    /// <param name="task">The running method.</param>
    /// <returns>No result, when the method has ended.</returns>
    /// <exception cref="InvalidOperationException">The method has returned no task.</exception>
    public static ValueTask<object?> ReturnAsync(Task? task) => ResultWriter.WriteAsync(ResultWriter.NotNull(task));

    /// <summary>The way back of an asynchronous method without a result.</summary>
    /// <param name="task">The running method.</param>
    /// <returns>No result, when the method has ended.</returns>
    public static ValueTask<object?> ReturnAsync(ValueTask task) => ResultWriter.WriteAsync(task);

    /// <summary>The way back of an asynchronous result.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="task">The running method.</param>
    /// <returns>The result, as the caller wants it.</returns>
    /// <exception cref="InvalidOperationException">The method has returned no task.</exception>
    public ValueTask<object?> ReturnAsync<T>(Task<T>? task) =>
        ResultWriter.WriteAsync(this, new ValueTask<T>(ResultWriter.NotNull(task)));

    /// <summary>The way back of an asynchronous result.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="task">The running method.</param>
    /// <returns>The result, as the caller wants it.</returns>
    public ValueTask<object?> ReturnAsync<T>(ValueTask<T> task) => ResultWriter.WriteAsync(this, task);

    /// <summary>The way back of a text, a truth value or a whole number, unless a serializer context describes the type.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="result">The result.</param>
    /// <returns>The result, as the caller wants it.</returns>
    public ValueTask<object?> ReturnPlain<T>(T result) => new(ResultWriter.WritePlain(this, result));

    /// <summary>The way back of such a result that comes later.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="task">The running method.</param>
    /// <returns>The result, as the caller wants it.</returns>
    /// <exception cref="InvalidOperationException">The method has returned no task.</exception>
    public ValueTask<object?> ReturnPlainAsync<T>(Task<T>? task) =>
        ResultWriter.WritePlainAsync(this, new ValueTask<T>(ResultWriter.NotNull(task)));

    /// <summary>The way back of such a result that comes later.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="task">The running method.</param>
    /// <returns>The result, as the caller wants it.</returns>
    public ValueTask<object?> ReturnPlainAsync<T>(ValueTask<T> task) => ResultWriter.WritePlainAsync(this, task);

    /// <summary>The way back of a sequence: its items are gathered in an array.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The sequence.</param>
    /// <returns>The array, or the sequence itself where the caller reads it.</returns>
    public ValueTask<object?> ReturnAllAsync<T>(IAsyncEnumerable<T>? items) => ResultWriter.WriteAllAsync(this, items);
}
