namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

/// <summary>Requests and tools written before the last change to the rules and scored once after it; nothing was tuned to them.</summary>
internal static class UnseenRequests
{
    public const string Lines = """
        clinic | Book an appointment with Dr. Weber on 2025-03-20 => book_appointment{"doctor":"Weber","date":"2025-03-20"}
        clinic | Which appointments are there tomorrow? => list_appointments{"date":"2025-03-06"}
        clinic | Find the patient named Maria Lopez => find_patient{"name":"Maria Lopez"}
        clinic | Add a note to patient 118 saying "allergic to penicillin" => add_note{"patientId":118,"content":"allergic to penicillin"}
        clinic | Refill prescription RX-5521 => refill_prescription{"number":"RX-5521"}
        clinic | Add a note to patient 7 => ? add_note content
        clinic | Please don't book any appointment => -
        fleet | Where is the vehicle with plate KA-4417? => locate_vehicle{"plate":"KA-4417"}
        fleet | Assign Peter to the van HB-200 => assign_driver{"driver":"Peter","plate":"HB-200"}
        fleet | Plan a route from Hamburg to Leipzig that avoids tolls => plan_route{"start":"Hamburg","end":"Leipzig","avoidTolls":true}
        fleet | How much diesel did we use in the last 30 days? => fuel_report{"days":30,"fuel":"diesel"}
        fleet | Tell driver Jonas with the message "Come back to the depot" => notify_driver{"driver":"Jonas","message":"Come back to the depot"}
        fleet | Locate vehicle B-77 and assign Eva to it => locate_vehicle{"plate":"B-77"} + assign_driver{"driver":"Eva","plate":"B-77"}
        fleet | Show the fuel report for 14 days => fuel_report{"days":14}
        fleet | What is the meaning of fleet? => -
        clinic | 预约王医生3月12日的门诊 => book_appointment{"doctor":"王医生","date":"2025-03-12"}
        clinic | 今天有哪些预约？ => list_appointments{"date":"2025-03-05"}
        clinic | 查找患者“李雷”的记录 => find_patient{"name":"李雷"}
        clinic | 给患者 118 添加备注，内容是“对青霉素过敏” => add_note{"patientId":118,"content":"对青霉素过敏"}
        fleet | 车牌 KA-4417 的车在哪里？ => locate_vehicle{"plate":"KA-4417"}
        fleet | 规划从南京到苏州的路线 => plan_route{"start":"南京","end":"苏州"}
        fleet | 最近七天的油耗报告 => fuel_report{"days":7}
        fleet | 不要通知司机 => -
        library | 搜索关于“机器学习”的书 => search_books{"keyword":"机器学习"}
        library | 我想借《三体》，借十四天 => borrow_book{"title":"三体","days":14}
        library | 归还《活着》 => return_book{"title":"活着"}
        library | 明天图书馆几点开门？ => opening_hours{"date":"2025-03-06"}
        library | 预约三楼的座位 => reserve_seat{"floor":3}
        library | 帮我还书，书名叫“围城” => return_book{"title":"围城"}
        library | 找一下英文的书，关键词是 compiler => search_books{"keyword":"compiler","language":"english"}
        """;
}
