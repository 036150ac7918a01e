// Websopy's own sample for reading the stream without its SDK: the function nativeStream on the page "流式输出SSE接入",
// section 原生 SSE 实现 (websopy docs, api/streaming.md). Only the address and the key come from the command line, and
// each chunk is logged as JSON on a line of its own. Its reader is kept as it is, weaknesses included.
const [endpoint, apiKey] = process.argv.slice(2)

async function nativeStream() {
  const response = await fetch(
    `${endpoint}?message=Hello`,
    {
      headers: {
        'Authorization': `Bearer ${apiKey}`,
        'Accept': 'text/event-stream'
      }
    }
  )

  const reader = response.body.getReader()
  const decoder = new TextDecoder()

  while (true) {
    const { done, value } = await reader.read()
    if (done) break

    const chunk = decoder.decode(value)
    const lines = chunk.split('\n')
    for (const line of lines) {
      if (line.startsWith('data: ')) {
        const data = JSON.parse(line.slice(6))
        console.log(JSON.stringify(data))
      }
    }
  }
}

await nativeStream()
