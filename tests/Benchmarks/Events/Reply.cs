using System.Text;

namespace Websopy.SemanticKernel.Benchmarks.Events;

/// <summary>One reply of many words, in the wire form of each client.</summary>
internal sealed class Reply(int words)
{
    private static readonly string[] Vocabulary =
        [" the", " stream", " of", " a", " chat", " brings", " word", " by", " word", ",", " and", " each", " is", " an", " event", "."];

    public int Words => words;

    public int Characters => Enumerable.Range(0, words).Sum(index => Word(index).Length);

    /// <summary>As Websopy's page shows it.</summary>
    public byte[][] Compact() =>
        Events(
            word => $$"""data: {"type":"content","content":"{{word}}"}""",
            """data: {"type":"done","usage":{"promptTokens":20,"completionTokens":150}}""");

    /// <summary>The same with blanks, as Python's serializer writes it.</summary>
    public byte[][] Spaced() =>
        Events(
            word => $$"""data: {"type": "content", "content": "{{word}}"}""",
            """data: {"type": "done", "usage": {"promptTokens": 20, "completionTokens": 150}}""");

    /// <summary>With a field that the client does not know, so that it reads with the tokenizer.</summary>
    public byte[][] WithFurtherField() =>
        Events(
            word => $$"""data: {"type":"content","index":0,"content":"{{word}}"}""",
            """data: {"type":"done","usage":{"promptTokens":20,"completionTokens":150}}""");

    public byte[][] OpenAI()
    {
        const string Head = """data: {"id":"chatcmpl-B7vQx1mT","object":"chat.completion.chunk","created":1760000000,"model":"model","service_tier":"default","system_fingerprint":"fp_44709d6f","choices":""";
        return Events(
            word => $$$"""{{{Head}}}[{"index":0,"delta":{"content":"{{{word}}}"},"logprobs":null,"finish_reason":null}],"usage":null}""",
            $$"""{{Head}}[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}""",
            $$$"""{{{Head}}}[],"usage":{"prompt_tokens":20,"completion_tokens":150,"total_tokens":170}}""",
            "data: [DONE]");
    }

    public byte[][] Ollama()
    {
        const string Head = """{"model":"model","created_at":"2026-01-01T00:00:00.000000000Z","message":{"role":"assistant","content":""";
        var lines = Enumerable.Range(0, words)
            .Select(index => $$"""{{Head}}"{{Word(index)}}"},"done":false}""")
            .Append($$"""{{Head}}""},"done_reason":"stop","done":true,"total_duration":9,"load_duration":1,"prompt_eval_count":20,"prompt_eval_duration":1,"eval_count":150,"eval_duration":7}""");
        return [.. lines.Select(line => Encoding.UTF8.GetBytes(line + "\n"))];
    }

    private byte[][] Events(Func<string, string> contentOf, params string[] last) =>
        [.. Enumerable.Range(0, words).Select(index => contentOf(Word(index))).Concat(last).Select(data => Encoding.UTF8.GetBytes(data + "\n\n"))];

    private static string Word(int index) => Vocabulary[index % Vocabulary.Length];
}
