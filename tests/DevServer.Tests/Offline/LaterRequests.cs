namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

/// <summary>Requests over tools that the model had not seen either, written after the held-out requests had been read.</summary>
internal static class LaterRequests
{
    public const string Lines = """
        ops | restart the payments service => restart_service{"service":"payments"}
        ops | show the last 50 log lines of "gateway" => get_logs{"service":"gateway","lines":50}
        ops | deploy version 2.4.1 to staging => deploy{"version":"2.4.1","environment":"staging"}
        ops | how much memory does the server use? => get_metrics{"metric":"memory"}
        ops | cpu and disk metrics => get_metrics{"metric":"cpu"} + get_metrics{"metric":"disk"}
        ops | create an issue titled "Login fails" with high priority => create_issue{"title":"Login fails","priority":"high"}
        ops | what do you think about life? => -
        ops | close issue 42 => close_issue{"number":42}
        ops | please deploy => ? deploy version environment
        ops | translate this into French => -
        ops | 重启 payments 服务 => restart_service{"service":"payments"}
        ops | 查看 gateway 最近 50 行日志 => get_logs{"service":"gateway","lines":50}
        ops | 把版本 2.4.1 部署到生产环境 => deploy{"version":"2.4.1","environment":"production"}
        ops | 服务器内存使用情况 => get_metrics{"metric":"memory"}
        ops | 创建一个高优先级的问题，标题是“登录失败” => create_issue{"title":"登录失败","priority":"high"}
        ops | 关闭问题 42 和 43 => close_issue{"number":42} + close_issue{"number":43}
        ops | 今天吃什么 => -
        travel | find flights from Paris to Oslo on 2025-04-02 => search_flights{"from":"Paris","to":"Oslo","date":"2025-04-02"}
        travel | book a hotel in Rome for 3 nights for two guests => book_hotel{"city":"Rome","nights":3,"guests":2}
        travel | convert 100 dollars to euros => convert_currency{"amount":100,"from":"USD","to":"EUR"}
        travel | how far is it from Berlin to Munich? => get_distance{"from":"Berlin","to":"Munich"}
        travel | are there flights from Madrid to Lisbon tomorrow, and what is the distance between Madrid and Lisbon? => search_flights{"from":"Madrid","to":"Lisbon","date":"2025-03-06"} + get_distance{"from":"Madrid","to":"Lisbon"}
        travel | tell me about the history of Rome => -
        travel | 明天从北京到上海的航班 => search_flights{"from":"北京","to":"上海","date":"2025-03-06"}
        travel | 预订东京的酒店，住三晚，两位客人 => book_hotel{"city":"东京","nights":3,"guests":2}
        travel | 一百美元换成人民币是多少 => convert_currency{"amount":100,"from":"USD","to":"CNY"}
        travel | 北京到天津的距离 => get_distance{"from":"北京","to":"天津"}
        travel | 查一下 3月20日 从广州到成都的机票 => search_flights{"from":"广州","to":"成都","date":"2025-03-20"}
        """;
}
