using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

/// <summary>Tools as different applications might declare them.</summary>
internal static class ToolSets
{
    private const string Definitions = """
        {
          "files": [
            {"name":"list_files","description":"Lists the files in a folder.","parameters":{"type":"object","properties":{
              "path":{"type":"string","description":"The folder."},
              "pattern":{"type":"string","description":"A glob pattern such as *.txt."},
              "recursive":{"type":"boolean","description":"Whether to include subfolders.","default":false}},"required":["path"]}},
            {"name":"largest_files","description":"Finds the largest files in a folder with their sizes.","parameters":{"type":"object","properties":{
              "path":{"type":"string","description":"Folder to look in."},
              "pattern":{"type":"string","description":"Which files, for instance *.txt."},
              "count":{"type":"integer","description":"How many files to return.","minimum":1,"maximum":50}},"required":["path"]}},
            {"name":"read_file","description":"Reads the text of a file.","parameters":{"type":"object","properties":{
              "path":{"type":"string","description":"Path of the file."},
              "startLine":{"type":"integer","description":"First line, from 1."},
              "endLine":{"type":"integer","description":"Last line."}},"required":["path"]}},
            {"name":"search_text","description":"Searches the files for a text.","parameters":{"type":"object","properties":{
              "query":{"type":"string","description":"The text to search for."},
              "path":{"type":"string","description":"Folder to search."}},"required":["query"]}},
            {"name":"delete_file","description":"Deletes a file.","parameters":{"type":"object","properties":{
              "path":{"type":"string","description":"The file."}},"required":["path"]}},
            {"name":"get_time","description":"Tells the current time in a time zone.","parameters":{"type":"object","properties":{
              "timeZone":{"type":"string","description":"IANA id of the time zone, such as Europe/Madrid."}},"required":["timeZone"]}}
          ],
          "weather": [
            {"name":"get_weather","description":"Gets the weather in a city on a day.","parameters":{"type":"object","properties":{
              "city":{"type":"string","description":"Name of the city."},
              "unit":{"type":"string","enum":["celsius","fahrenheit"]},
              "date":{"type":["string","null"],"format":"date","description":"The day."}},"required":["city"]}},
            {"name":"get_forecast","description":"Weather forecast for several days.","parameters":{"type":"object","properties":{
              "city":{"type":"string"},
              "days":{"type":"integer","description":"Number of days.","minimum":1,"maximum":14}},"required":["city","days"]}},
            {"name":"get_air_quality","description":"Air quality index of a city.","parameters":{"type":"object","properties":{
              "city":{"type":"string"}},"required":["city"]}}
          ],
          "shop": [
            {"name":"find_order","description":"Looks up one order and where it is.","parameters":{"type":"object","properties":{
              "orderId":{"type":"string","description":"Number of the order."}},"required":["orderId"]}},
            {"name":"list_orders","description":"Lists orders, newest first.","parameters":{"type":"object","properties":{
              "status":{"type":"string","enum":["pending","shipped","delivered","cancelled"]},
              "customer":{"type":"string","format":"email","description":"E-mail address of the customer."},
              "limit":{"type":"integer","description":"At most so many."}}}},
            {"name":"cancel_order","description":"Cancels an order.","parameters":{"type":"object","properties":{
              "orderId":{"type":"integer"},
              "reason":{"type":"string","description":"Why."}},"required":["orderId"]}},
            {"name":"get_price","description":"Price of a product.","parameters":{"type":"object","properties":{
              "product":{"type":"string","description":"Name of the product."},
              "currency":{"type":"string","enum":["USD","EUR","CNY"],"description":"The currency."}},"required":["product"]}},
            {"name":"create_user","description":"Creates a user account.","parameters":{"type":"object","properties":{
              "name":{"type":"string"},
              "email":{"type":"string"},
              "admin":{"type":"boolean","description":"Whether the user is an administrator."}},"required":["name","email"]}}
          ],
          "code": [
            {"name":"find_references","description":"Finds all references to a symbol, the places that use it.","parameters":{"type":"object","properties":{
              "symbol":{"type":"string","description":"Name of a type or member."}},"required":["symbol"]}},
            {"name":"go_to_definition","description":"Shows where a symbol is defined.","parameters":{"type":"object","properties":{
              "symbol":{"type":"string","description":"Name of a type or member."}},"required":["symbol"]}},
            {"name":"rename_symbol","description":"Renames a symbol everywhere.","parameters":{"type":"object","properties":{
              "symbol":{"type":"string","description":"The current name."},
              "newName":{"type":"string","description":"The new name."}},"required":["symbol","newName"]}},
            {"name":"get_diagnostics","description":"Compiler diagnostics: errors and warnings.","parameters":{"type":"object","properties":{
              "path":{"type":"string","description":"A file or folder; all when absent."},
              "severity":{"type":"string","enum":["error","warning","info"]}}}},
            {"name":"run_tests","description":"Runs the unit tests.","parameters":{"type":"object","properties":{
              "project":{"type":"string","description":"Path of the test project."},
              "filter":{"type":"string","description":"Which tests, by name."}}}},
            {"name":"list_implementations","description":"Lists the classes that implement an interface.","parameters":{"type":"object","properties":{
              "interfaceName":{"type":"string"}},"required":["interfaceName"]}}
          ],
          "mail": [
            {"name":"send_mail","description":"Sends an e-mail.","parameters":{"type":"object","properties":{
              "to":{"type":"array","items":{"type":"string","format":"email"},"description":"Who gets it."},
              "subject":{"type":"string"},
              "body":{"type":"string"}},"required":["to","subject"]}},
            {"name":"search_mail","description":"Searches the mailbox.","parameters":{"type":"object","properties":{
              "query":{"type":"string","description":"What to look for."},
              "from":{"type":"string","description":"E-mail address of the sender."},
              "since":{"type":"string","format":"date"}},"required":["query"]}},
            {"name":"create_event","description":"Creates a meeting in the calendar.","parameters":{"type":"object","properties":{
              "title":{"type":"string"},
              "start":{"type":"string","format":"date-time"},
              "durationMinutes":{"type":"integer"}},"required":["title","start"]}},
            {"name":"list_events","description":"Lists the meetings and events in the calendar on a day.","parameters":{"type":"object","properties":{
              "date":{"type":"string","format":"date"}},"required":["date"]}}
          ],
          "maths": [
            {"name":"add","description":"Adds two numbers (sum).","parameters":{"type":"object","properties":{
              "a":{"type":"number"},"b":{"type":"number"}},"required":["a","b"]}},
            {"name":"multiply","description":"Multiplies two numbers (product).","parameters":{"type":"object","properties":{
              "a":{"type":"number"},"b":{"type":"number"}},"required":["a","b"]}},
            {"name":"sqrt","description":"Square root of a number.","parameters":{"type":"object","properties":{
              "value":{"type":"number"}},"required":["value"]}},
            {"name":"average","description":"Average (mean) of numbers.","parameters":{"type":"object","properties":{
              "values":{"type":"array","items":{"type":"number"}}},"required":["values"]}},
            {"name":"is_prime","description":"Whether a number is prime.","parameters":{"type":"object","properties":{
              "n":{"type":"integer"}},"required":["n"]}},
            {"name":"convert_units","description":"Converts a length from one unit to another.","parameters":{"type":"object","properties":{
              "value":{"type":"number"},
              "from":{"enum":["meter","kilometer","mile","foot"]},
              "to":{"enum":["meter","kilometer","mile","foot"]}},"required":["value","from","to"]}}
          ],
          "office": [
            {"name":"query_express","description":"查询快递物流状态 (tracks a parcel)","parameters":{"type":"object","properties":{
              "number":{"type":"string","description":"快递单号"}},"required":["number"]}},
            {"name":"exchange_rate","description":"查询两种货币之间的汇率","parameters":{"type":"object","properties":{
              "from":{"type":"string","enum":["USD","EUR","CNY","JPY"],"description":"原货币"},
              "to":{"type":"string","enum":["USD","EUR","CNY","JPY"],"description":"目标货币"}},"required":["from","to"]}},
            {"name":"book_room","description":"预订会议室","parameters":{"type":"object","properties":{
              "date":{"type":"string","format":"date","description":"日期"},
              "people":{"type":"integer","description":"人数"},
              "projector":{"type":"boolean","description":"是否需要投影仪"}},"required":["date"]}},
            {"name":"translate","description":"翻译一段文本","parameters":{"type":"object","properties":{
              "text":{"type":"string","description":"要翻译的文本"},
              "target":{"type":"string","enum":["en","zh","ja"],"description":"目标语言"}},"required":["text","target"]}}
          ],
          "ops": [
            {"name":"restart_service","description":"Restarts a service.","parameters":{"type":"object","properties":{
              "service":{"type":"string","description":"Name of the service."}},"required":["service"]}},
            {"name":"get_logs","description":"Reads the log of a service.","parameters":{"type":"object","properties":{
              "service":{"type":"string","description":"Name of the service."},
              "lines":{"type":"integer","description":"How many lines."}},"required":["service"]}},
            {"name":"deploy","description":"Deploys a version to an environment.","parameters":{"type":"object","properties":{
              "version":{"type":"string"},
              "environment":{"type":"string","enum":["staging","production"]}},"required":["version","environment"]}},
            {"name":"get_metrics","description":"Current usage of the server.","parameters":{"type":"object","properties":{
              "metric":{"type":"string","enum":["cpu","memory","disk"]}},"required":["metric"]}},
            {"name":"create_issue","description":"Opens an issue in the tracker.","parameters":{"type":"object","properties":{
              "title":{"type":"string"},
              "priority":{"type":"string","enum":["low","medium","high"]}},"required":["title"]}},
            {"name":"close_issue","description":"Closes an issue.","parameters":{"type":"object","properties":{
              "number":{"type":"integer"}},"required":["number"]}}
          ],
          "travel": [
            {"name":"search_flights","description":"Searches flights between two cities.","parameters":{"type":"object","properties":{
              "from":{"type":"string","description":"City of departure."},
              "to":{"type":"string","description":"City of arrival."},
              "date":{"type":"string","format":"date"}},"required":["from","to","date"]}},
            {"name":"book_hotel","description":"Books a hotel room.","parameters":{"type":"object","properties":{
              "city":{"type":"string"},
              "nights":{"type":"integer"},
              "guests":{"type":"integer","description":"Number of people."}},"required":["city","nights"]}},
            {"name":"convert_currency","description":"Converts an amount of money.","parameters":{"type":"object","properties":{
              "amount":{"type":"number"},
              "from":{"type":"string","enum":["USD","EUR","CNY"]},
              "to":{"type":"string","enum":["USD","EUR","CNY"]}},"required":["amount","from","to"]}},
            {"name":"get_distance","description":"Distance between two cities, how far it is.","parameters":{"type":"object","properties":{
              "from":{"type":"string","description":"City."},
              "to":{"type":"string","description":"City."}},"required":["from","to"]}}
          ]
        }
        """;

    private static readonly JsonElement Sets = JsonDocument.Parse(Definitions).RootElement;

    public static IEnumerable<string> Names => Sets.EnumerateObject().Select(set => set.Name);

    public static List<AITool> Get(string name) =>
        Declare(Sets.GetProperty(name));

    public static List<AITool> Declare(JsonElement set) => [.. set.EnumerateArray().Select(DeclareOne)];

    public static AITool Tool(string name, string description, string parameters) =>
        AIFunctionFactory.CreateDeclaration(name, description, JsonDocument.Parse(parameters).RootElement);

    private static AIFunctionDeclaration DeclareOne(JsonElement tool) => AIFunctionFactory.CreateDeclaration(
        tool.GetProperty("name").GetString()!, tool.GetProperty("description").GetString()!, tool.GetProperty("parameters"));
}
