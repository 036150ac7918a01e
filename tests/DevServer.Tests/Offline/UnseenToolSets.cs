using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

/// <summary>The tools of <see cref="UnseenRequests"/>; those of the library are described in Chinese.</summary>
internal static class UnseenToolSets
{
    private const string Definitions = """
        {
          "clinic": [
            {"name":"book_appointment","description":"Books an appointment with a doctor.","parameters":{"type":"object","properties":{
              "doctor":{"type":"string","description":"Name of the doctor."},
              "date":{"type":"string","format":"date"},
              "time":{"type":"string","format":"time"}},"required":["doctor","date"]}},
            {"name":"list_appointments","description":"Lists the appointments of a day.","parameters":{"type":"object","properties":{
              "date":{"type":"string","format":"date"}}}},
            {"name":"find_patient","description":"Finds a patient's record.","parameters":{"type":"object","properties":{
              "name":{"type":"string","description":"Name of the patient."}},"required":["name"]}},
            {"name":"add_note","description":"Adds a note to a patient's record.","parameters":{"type":"object","properties":{
              "patientId":{"type":"integer"},
              "content":{"type":"string"}},"required":["patientId","content"]}},
            {"name":"refill_prescription","description":"Refills a prescription.","parameters":{"type":"object","properties":{
              "number":{"type":"string","description":"Number of the prescription."},
              "quantity":{"type":"integer"}},"required":["number"]}}
          ],
          "library": [
            {"name":"search_books","description":"按关键词搜索图书。","parameters":{"type":"object","properties":{
              "keyword":{"type":"string","description":"关键词"},
              "language":{"type":"string","enum":["chinese","english"],"description":"语言"}},"required":["keyword"]}},
            {"name":"borrow_book","description":"借阅一本图书。","parameters":{"type":"object","properties":{
              "title":{"type":"string","description":"书名"},
              "days":{"type":"integer","description":"借阅天数"}},"required":["title"]}},
            {"name":"return_book","description":"归还图书。","parameters":{"type":"object","properties":{
              "title":{"type":"string","description":"书名"}},"required":["title"]}},
            {"name":"reserve_seat","description":"预约阅览室的座位。","parameters":{"type":"object","properties":{
              "floor":{"type":"integer","description":"楼层"},
              "date":{"type":"string","format":"date","description":"日期"}},"required":["floor"]}},
            {"name":"opening_hours","description":"查询图书馆的开放时间。","parameters":{"type":"object","properties":{
              "date":{"type":"string","format":"date","description":"日期"}}}}
          ],
          "fleet": [
            {"name":"locate_vehicle","description":"Tells where a vehicle is.","parameters":{"type":"object","properties":{
              "plate":{"type":"string","description":"License plate of the vehicle."}},"required":["plate"]}},
            {"name":"assign_driver","description":"Assigns a driver to a vehicle.","parameters":{"type":"object","properties":{
              "driver":{"type":"string","description":"Name of the driver."},
              "plate":{"type":"string","description":"License plate of the vehicle."}},"required":["driver","plate"]}},
            {"name":"plan_route","description":"Plans a route between two cities.","parameters":{"type":"object","properties":{
              "start":{"type":"string"},
              "end":{"type":"string"},
              "avoidTolls":{"type":"boolean","description":"Avoid toll roads."}},"required":["start","end"]}},
            {"name":"fuel_report","description":"Reports the fuel used over some days.","parameters":{"type":"object","properties":{
              "days":{"type":"integer","minimum":1,"maximum":90},
              "fuel":{"type":"string","enum":["diesel","petrol","electric"]}},"required":["days"]}},
            {"name":"notify_driver","description":"Sends a message to a driver.","parameters":{"type":"object","properties":{
              "driver":{"type":"string","description":"Name of the driver."},
              "message":{"type":"string"}},"required":["driver","message"]}}
          ]
        }
        """;

    private static readonly JsonElement Sets = JsonDocument.Parse(Definitions).RootElement;

    public static List<AITool> Get(string name) => ToolSets.Declare(Sets.GetProperty(name));
}
