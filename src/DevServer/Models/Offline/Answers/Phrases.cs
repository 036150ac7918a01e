using System.Globalization;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>What the model says by itself, in the language of the request.</summary>
internal abstract class Phrases
{
    private const int MaxToolsNamed = 20;

    private static readonly EnglishPhrases English = new();
    private static readonly ChinesePhrases Chinese = new();

    public static Phrases For(RequestText request) => request.IsChinese ? Chinese : English;

    public abstract string Empty { get; }

    public abstract string Shortened { get; }

    public abstract string LeftOut(int count);

    /// <summary>Said before calls.</summary>
    public abstract string Calling(IReadOnlyList<string> tools);

    /// <summary>Said after several calls, while they may be running.</summary>
    public abstract string Waiting(int calls);

    public abstract string Failed(string tool, string message);

    public abstract string Result(string tool);

    public abstract string Ask(Question question);

    /// <summary>What the model is, when nothing that it has fits the request.</summary>
    public abstract string WhoIAm(IReadOnlyList<ToolEntry> tools);

    protected static string Names(IReadOnlyList<string> names, string separator) =>
        string.Join(separator, names.Distinct().Take(MaxToolsNamed).Select(name => "`" + name + "`"));

    protected static int Unnamed(int count) => Math.Max(0, count - MaxToolsNamed);

    private sealed class EnglishPhrases : Phrases
    {
        public override string Empty => "(nothing)";

        public override string Shortened => "(shortened)";

        public override string LeftOut(int count) => string.Create(CultureInfo.InvariantCulture, $"(… and {count} more)");

        public override string Calling(IReadOnlyList<string> tools) => "I'll call " + Names(tools, " and ") + ".";

        public override string Waiting(int calls) =>
            string.Create(CultureInfo.InvariantCulture, $"These are {calls} calls, and none of them has to wait for another. I'll put the results together as soon as they are there.");

        public override string Failed(string tool, string message) => $"{Of(tool)} failed with an error: {message}";

        public override string Result(string tool) => $"{Of(tool)} says:";

        public override string Ask(Question question) =>
            $"To call `{question.Tool.Name}` I still need " + string.Join(", ", question.Missing.Select(Describe)) + ". What should it be?";

        public override string WhoIAm(IReadOnlyList<ToolEntry> tools) =>
            "I am the offline model of the development server, a set of rules and no language model. I can only call tools and read their results, and none fits this request. "
            + (tools.Count == 0 ? "I see no tools." : "I see these tools: " + Names([.. tools.Select(tool => tool.Name)], ", ")
                + (Unnamed(tools.Count) > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {Unnamed(tools.Count)} more.") : "."))
            + " For a real model, set WEBSOPY_API_KEY or start the server with an upstream.";

        private static string Of(string tool) => tool.Length == 0 ? "The tool" : "`" + tool + "`";

        private static string Describe(ParameterSchema parameter) =>
            "`" + parameter.Name + "`" + (parameter.Description.Length > 0 ? " (" + parameter.Description.TrimEnd('.') + ")" : "");
    }

    private sealed class ChinesePhrases : Phrases
    {
        public override string Empty => "（无）";

        public override string Shortened => "（已截短）";

        public override string LeftOut(int count) => string.Create(CultureInfo.InvariantCulture, $"（……还有 {count} 项）");

        public override string Calling(IReadOnlyList<string> tools) => "我来调用 " + Names(tools, " 和 ") + "。";

        public override string Waiting(int calls) => string.Create(CultureInfo.InvariantCulture, $"一共 {calls} 个调用，互不等待。结果一到，我就汇总给你。");

        public override string Failed(string tool, string message) => $"{Of(tool)}出错了：{message}";

        public override string Result(string tool) => $"{Of(tool)}的结果：";

        public override string Ask(Question question) =>
            $"要调用 `{question.Tool.Name}`，我还需要 " + string.Join("、", question.Missing.Select(Describe)) + "。请告诉我。";

        public override string WhoIAm(IReadOnlyList<ToolEntry> tools) =>
            "我是开发服务器的离线模型，只是一组规则，不是语言模型。我只能调用工具并读取它们的结果，而这个请求没有合适的工具。"
            + (tools.Count == 0 ? "我没有看到任何工具。" : "我看到的工具有：" + Names([.. tools.Select(tool => tool.Name)], "、")
                + (Unnamed(tools.Count) > 0 ? string.Create(CultureInfo.InvariantCulture, $"，还有 {Unnamed(tools.Count)} 个。") : "。"))
            + "要使用真正的模型，请设置 WEBSOPY_API_KEY，或在启动服务器时指定上游（upstream）。";

        private static string Of(string tool) => tool.Length == 0 ? "工具" : "`" + tool + "` ";

        private static string Describe(ParameterSchema parameter) =>
            "`" + parameter.Name + "`" + (parameter.Description.Length > 0 ? "（" + parameter.Description.TrimEnd('.', '。') + "）" : "");
    }
}
