namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

/// <summary>
/// What users might write, and what should be called: <c>tools | request => call{arguments} + call{arguments}</c>,
/// <c>-</c> for no call, <c>? tool parameter</c> for a question. The model was tuned on these.
/// </summary>
internal static class DevelopmentRequests
{
    public const string Lines = """
        files | which are the three largest C# files here? => largest_files{"path":".","pattern":"*.cs","count":3}
        files | What time is it in Tokyo? => get_time{"timeZone":"Asia/Tokyo"}
        files | what time is it in Tokyo and which are the 5 largest files in src? => get_time{"timeZone":"Asia/Tokyo"} + largest_files{"path":"src","count":5}
        files | time in Tokyo and Paris => get_time{"timeZone":"Asia/Tokyo"} + get_time{"timeZone":"Europe/Paris"}
        files | read src/app.cs => read_file{"path":"src/app.cs"}
        files | Please show me lines 10 to 20 of ./docs/readme.md => read_file{"path":"./docs/readme.md","startLine":10,"endLine":20}
        files | list all the JSON files in /tmp/data recursively => list_files{"path":"/tmp/data","pattern":"*.json","recursive":true}
        files | search for "retry policy" in src => search_text{"query":"retry policy","path":"src"}
        files | delete C:\temp\old.log => delete_file{"path":"C:\\temp\\old.log"}
        files | tell me a joke => -
        files | 当前目录下最大的三个 C# 文件是哪些？ => largest_files{"path":".","pattern":"*.cs","count":3}
        files | 现在东京几点？ => get_time{"timeZone":"Asia/Tokyo"}
        files | 纽约和伦敦现在几点了 => get_time{"timeZone":"America/New_York"} + get_time{"timeZone":"Europe/London"}
        files | 读取 src/Program.cs 的内容 => read_file{"path":"src/Program.cs"}
        files | 删除文件 ./tmp/a.txt => delete_file{"path":"./tmp/a.txt"}
        files | 列出 docs 目录里的 Markdown 文件 => list_files{"path":"docs","pattern":"*.md"}
        files | 在代码里搜索“超时” => search_text{"query":"超时"}
        files | 给我讲个笑话 => -
        weather | What's the weather like in Berlin? => get_weather{"city":"Berlin"}
        weather | weather in New York in fahrenheit please => get_weather{"city":"New York","unit":"fahrenheit"}
        weather | Give me a three day forecast for Oslo => get_forecast{"city":"Oslo","days":3}
        weather | will it be warmer in Rome or in Madrid tomorrow? compare the weather => get_weather{"city":"Rome","date":"2025-03-06"} + get_weather{"city":"Madrid","date":"2025-03-06"}
        weather | how is the air quality in Delhi => get_air_quality{"city":"Delhi"}
        weather | what is the weather => ? get_weather city
        weather | who won the world cup in 1998? => -
        weather | 北京今天天气怎么样？ => get_weather{"city":"北京","date":"2025-03-05"}
        weather | 上海未来七天的天气预报 => get_forecast{"city":"上海","days":7}
        weather | 查一下广州的空气质量 => get_air_quality{"city":"广州"}
        weather | 杭州和扬州的天气，用摄氏度 => get_weather{"city":"杭州","unit":"celsius"} + get_weather{"city":"扬州","unit":"celsius"}
        weather | 天气怎么样 => ? get_weather city
        weather | 你好 => -
        shop | where is order 10482? => find_order{"orderId":"10482"}
        shop | show the last 10 shipped orders => list_orders{"status":"shipped","limit":10}
        shop | Cancel order 77 because "arrived too late" => cancel_order{"orderId":77,"reason":"arrived too late"}
        shop | how much does the "Blue Kettle" cost in euros? => get_price{"product":"Blue Kettle","currency":"EUR"}
        shop | create a user named Alice with email alice@example.com as admin => create_user{"name":"Alice","email":"alice@example.com","admin":true}
        shop | list the pending orders of bob@example.org => list_orders{"status":"pending","customer":"bob@example.org"}
        shop | 查询订单 10482 => find_order{"orderId":"10482"}
        shop | 列出最近五个已发货的订单 => list_orders{"status":"shipped","limit":5}
        shop | 取消订单７７ => cancel_order{"orderId":77}
        shop | “蓝色水壶”多少钱？ => get_price{"product":"蓝色水壶"}
        shop | 创建用户「小明」，邮箱 xiaoming@example.cn => create_user{"name":"小明","email":"xiaoming@example.cn"}
        code | find all references to OrderService.SubmitAsync => find_references{"symbol":"OrderService.SubmitAsync"}
        code | rename `OrderService` to `PurchaseService` => rename_symbol{"symbol":"OrderService","newName":"PurchaseService"}
        code | are there any errors or warnings in src/Shop? => get_diagnostics{"path":"src/Shop","severity":"error"} + get_diagnostics{"path":"src/Shop","severity":"warning"}
        code | run the tests in tests/Shop.Tests => run_tests{"project":"tests/Shop.Tests"}
        code | which classes implement IOrderStore? => list_implementations{"interfaceName":"IOrderStore"}
        code | Where is ParseLine defined and who uses it? => go_to_definition{"symbol":"ParseLine"} + find_references{"symbol":"ParseLine"}
        code | 查找 OrderService 的所有引用 => find_references{"symbol":"OrderService"}
        code | 把 OrderService 重命名为 PurchaseService => rename_symbol{"symbol":"OrderService","newName":"PurchaseService"}
        code | 运行测试 => run_tests{}
        code | 谁实现了 IOrderStore 接口？ => list_implementations{"interfaceName":"IOrderStore"}
        code | 跳转到 ParseLine 的定义 => go_to_definition{"symbol":"ParseLine"}
        mail | send a mail to ann@example.com and bob@example.com with subject "Launch" => send_mail{"to":["ann@example.com","bob@example.com"],"subject":"Launch"}
        mail | what's on my calendar tomorrow? => list_events{"date":"2025-03-06"}
        mail | find mails from carol@example.com since 2025-01-31 about "budget" => search_mail{"query":"budget","from":"carol@example.com","since":"2025-01-31"}
        mail | send an email to dave@example.com => ? send_mail subject
        mail | 给 ann@example.com 发送邮件，主题是“周报” => send_mail{"to":["ann@example.com"],"subject":"周报"}
        mail | 明天有什么日程？ => list_events{"date":"2025-03-06"}
        mail | 搜索关于“预算”的邮件 => search_mail{"query":"预算"}
        maths | add 3 and 4 => add{"a":3,"b":4}
        maths | what is the square root of 2.25? => sqrt{"value":2.25}
        maths | Multiply minus three by 1,000 => multiply{"a":-3,"b":1000}
        maths | the average of 3, 5.5 and 10 => average{"values":[3,5.5,10]}
        maths | is 97 a prime number? => is_prime{"n":97}
        maths | convert 12.5 kilometers to miles => convert_units{"value":12.5,"from":"kilometer","to":"mile"}
        maths | 计算十二乘以三 => multiply{"a":12,"b":3}
        maths | 求 3、4、8 的平均值 => average{"values":[3,4,8]}
        maths | 一百零一是质数吗？ => is_prime{"n":101}
        office | 帮我查一下快递 SF1234567890 到哪了 => query_express{"number":"SF1234567890"}
        office | 美元兑人民币的汇率是多少 => exchange_rate{"from":"USD","to":"CNY"}
        office | 预订明天的会议室，8个人，要投影仪 => book_room{"date":"2025-03-06","people":8,"projector":true}
        office | 把“早上好”翻译成日语 => translate{"text":"早上好","target":"ja"}
        office | 今天星期几 => -
        """;
}
