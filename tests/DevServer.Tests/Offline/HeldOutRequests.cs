namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

/// <summary>Requests written together with <see cref="DevelopmentRequests"/>, in the same form, and not looked at while tuning.</summary>
internal static class HeldOutRequests
{
    public const string Lines = """
        files | list the python files in ./scripts => list_files{"path":"./scripts","pattern":"*.py"}
        files | what are the two biggest files in this folder => largest_files{"path":".","count":2}
        files | current time in Europe/Berlin => get_time{"timeZone":"Europe/Berlin"}
        files | open README.md and notes/todo.txt => read_file{"path":"README.md"} + read_file{"path":"notes/todo.txt"}
        files | can you write me a poem about the sea? => -
        files | 上海现在是什么时间？ => get_time{"timeZone":"Asia/Shanghai"}
        files | 查找 src 里最大的十个文件 => largest_files{"path":"src","count":10}
        files | 伦敦现在几点，然后列出 src 目录的文件 => get_time{"timeZone":"Europe/London"} + list_files{"path":"src"}
        weather | is it cold in Helsinki today? show the weather => get_weather{"city":"Helsinki","date":"2025-03-05"}
        weather | forecast for Lisbon for the next 5 days => get_forecast{"city":"Lisbon","days":5}
        weather | 深圳明天天气如何 => get_weather{"city":"深圳","date":"2025-03-06"}
        weather | 成都三天预报 => get_forecast{"city":"成都","days":3}
        weather | 谢谢你的帮助 => -
        shop | what's the status of order 991? => find_order{"orderId":"991"}
        shop | cancel order 12 and order 13 => cancel_order{"orderId":12} + cancel_order{"orderId":13}
        shop | price of 'Green Lamp' in USD => get_price{"product":"Green Lamp","currency":"USD"}
        shop | 列出已取消的订单 => list_orders{"status":"cancelled"}
        shop | 取消订单 305，原因是“重复下单” => cancel_order{"orderId":305,"reason":"重复下单"}
        code | show usages of Tokenizer => find_references{"symbol":"Tokenizer"}
        code | list the warnings => get_diagnostics{"severity":"warning"}
        code | rename method ParseLine to ParseRow => rename_symbol{"symbol":"ParseLine","newName":"ParseRow"}
        code | 查看 src/Shop 的错误 => get_diagnostics{"path":"src/Shop","severity":"error"}
        code | 把方法 ParseLine 改名为 ParseRow，然后运行测试 => rename_symbol{"symbol":"ParseLine","newName":"ParseRow"} + run_tests{}
        code | ParseLine 在哪里定义的？ => go_to_definition{"symbol":"ParseLine"}
        mail | schedule a meeting "Retro" at 2025-03-10T14:00 for 45 minutes => create_event{"title":"Retro","start":"2025-03-10T14:00:00","durationMinutes":45}
        mail | which events do I have on 2025-04-01? => list_events{"date":"2025-04-01"}
        mail | 发邮件给 ben@example.com，主题“会议纪要” => send_mail{"to":["ben@example.com"],"subject":"会议纪要"}
        mail | 我今天有哪些会议？ => list_events{"date":"2025-03-05"}
        maths | what's the product of 6 and 7 => multiply{"a":6,"b":7}
        maths | sum of 19 and -4 => add{"a":19,"b":-4}
        maths | 三加五等于多少 => add{"a":3,"b":5}
        maths | 2 的平方根 => sqrt{"value":2}
        maths | mean of 1, 2 and 6 => average{"values":[1,2,6]}
        office | 欧元对美元汇率 => exchange_rate{"from":"EUR","to":"USD"}
        office | 翻译“谢谢”成英语 => translate{"text":"谢谢","target":"en"}
        office | track the parcel YT998877 => query_express{"number":"YT998877"}
        """;
}
