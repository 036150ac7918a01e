namespace Websopy.SemanticKernel.Agent.Tests.Scale;

/// <summary>Writes one file of a generated solution: eight kinds of files make a group, and each uses those before it.</summary>
internal static class GeneratedFile
{
    public const int Kinds = 8;

    /// <summary>The file's name and its code.</summary>
    /// <param name="project">The project's number.</param>
    /// <param name="index">The file's number in the project.</param>
    /// <param name="used">The number of a referenced project, or null if there is none.</param>
    public static (string Name, string Code) Write(int project, int index, int? used)
    {
        var group = index / Kinds;
        var (name, body) = (index % Kinds) switch
        {
            0 => ($"IItem{group}", Interface(group)),
            1 => ($"Item{group}", Record(group)),
            2 => ($"Store{group}", Store(group)),
            3 => ($"Item{group}Extensions", Extensions(group)),
            4 => ($"Service{group}", Service(group)),
            5 => ($"Service{group}.Reports", Reports(group)),
            6 => ($"Kind{group}", Kind(group)),
            _ => ($"Bridge{group}", Bridge(group, used ?? project)),
        };
        return ($"Group{group}/{name}.cs", $"namespace Scale.P{project};\n\n{body}");
    }

    private static string Interface(int group) => $$"""
        /// <summary>A thing of group {{group}}.</summary>
        public interface IItem{{group}} : IComparable<IItem{{group}}>
        {
            string Name { get; }

            IItem{{group}}? Parent { get; }

            int Weigh(int factor);

            int Depth() => Parent is { } parent ? parent.Depth() + 1 : 0;
        }

        """;

    private static string Record(int group) => $$"""
        public record Item{{group}}(string Name, int Size, Item{{group}}? Outer = null) : IItem{{group}}
        {
            public IItem{{group}}? Parent => Outer;

            public virtual int Weigh(int factor) => checked(Size * factor) + (Outer?.Weigh(factor) ?? 0);

            public int CompareTo(IItem{{group}}? other) => other is null ? 1 : string.CompareOrdinal(Name, other.Name);
        }

        public sealed record Crate{{group}}(string Name, int Size, IReadOnlyList<Item{{group}}> Inner) : Item{{group}}(Name, Size)
        {
            public override int Weigh(int factor) => base.Weigh(factor) + Inner.Sum(item => item.Weigh(factor));
        }

        """;

    private static string Store(int group) => $$"""
        public class Store{{group}}<T>
            where T : class, IItem{{group}}
        {
            private readonly Dictionary<string, T> _items = new(StringComparer.Ordinal);

            public event EventHandler<T>? Added;

            public int Count => _items.Count;

            public IEnumerable<T> Items => _items.Values;

            public T? this[string name] => _items.GetValueOrDefault(name);

            public bool Add(T item)
            {
                if (!_items.TryAdd(item.Name, item))
                {
                    return false;
                }

                Added?.Invoke(this, item);
                return true;
            }

            public TResult Fold<TResult>(TResult seed, Func<TResult, T, TResult> step) => Items.Aggregate(seed, step);
        }

        """;

    private static string Extensions(int group) => $$"""
        public static class Item{{group}}Extensions
        {
            public static IEnumerable<IItem{{group}}> Heavy(this IEnumerable<IItem{{group}}> items, int limit) => items.Where(item => item.Weigh(1) > limit);

            public static string Describe(this IItem{{group}} item, string? prefix = null) => $"{prefix ?? "item"} {item.Name} ({item.Weigh(1)})";

            public static string Describe(this IItem{{group}} item, int depth) => new string(' ', depth) + item.Describe();
        }

        """;

    private static string Service(int group) => $$"""
        public sealed partial class Service{{group}}
        {
            private readonly Store{{group}}<Item{{group}}> _store;
            private int _limit;

            public Service{{group}}(Store{{group}}<Item{{group}}> store, int limit = {{(group * 7) + 3}})
            {
                _store = store ?? throw new ArgumentNullException(nameof(store));
                _limit = limit;
            }

            public int Limit
            {
                get => _limit;
                set => _limit = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
            }

            public partial string Report(string name);
        }

        """;

    private static string Reports(int group) => $$"""
        partial class Service{{group}}
        {
            public partial string Report(string name) => _store[name]?.Describe() ?? "nothing";

            public async Task<int> TotalAsync(CancellationToken cancellationToken)
            {
                var total = 0;
                foreach (var item in _store.Items.Heavy(_limit))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await Task.Yield();
                    total += item.Weigh(2);
                }

                return total;
            }
        }

        """;

    private static string Kind(int group) => $$"""
        public enum Kind{{group}}
        {
            None,
            Light,
            Heavy,
        }

        public readonly record struct Weight{{group}}(int Grams)
        {
            public Kind{{group}} Kind => Grams switch
            {
                <= 0 => Kind{{group}}.None,
                < 1000 => Kind{{group}}.Light,
                _ => Kind{{group}}.Heavy,
            };

            public static Weight{{group}} operator +(Weight{{group}} left, Weight{{group}} right) => new(left.Grams + right.Grams);

            public static implicit operator int(Weight{{group}} weight) => weight.Grams;
        }

        """;

    private static string Bridge(int group, int used) => $$"""
        /// <summary>Uses another project's things.</summary>
        public class Bridge{{group}}
        {
            private readonly Scale.P{{used}}.Store0<Scale.P{{used}}.Item0> _other = new();
            private readonly Service{{group}} _own = new(new Store{{group}}<Item{{group}}>());

            public bool Move(Item{{group}} item) => _other.Add(new Scale.P{{used}}.Item0(item.Name, item.Size));

            public async Task<string> DescribeAsync(string name, CancellationToken cancellationToken)
            {
                var total = await _own.TotalAsync(cancellationToken).ConfigureAwait(false);
                return $"{_own.Report(name)}: {total + new Weight{{group}}(_other.Fold(0, (sum, item) => sum + item.Weigh(1)))}";
            }
        }

        """;
}
