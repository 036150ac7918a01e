namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Places that the last segment of an IANA id does not name: cities in Chinese, large cities without a zone of their own, countries with one zone.</summary>
internal static class PlaceTable
{
    public const string Entries = """
        Asia/Shanghai=北京 上海 广州 深圳 杭州 南京 苏州 成都 重庆 武汉 西安 天津 长沙 郑州 青岛 大连 厦门 宁波 无锡 福州 济南 合肥 沈阳 哈尔滨 长春 昆明 贵阳 南宁 海口 三亚 石家庄 太原 南昌 兰州 拉萨 呼和浩特 银川 西宁 珠海 东莞 佛山 温州 中国 Beijing Shenzhen Guangzhou Hangzhou Chengdu Wuhan Nanjing Tianjin Suzhou Xian Xiamen China
        Asia/Urumqi=乌鲁木齐
        Asia/Hong_Kong=香港
        Asia/Macau=澳门
        Asia/Taipei=台北
        Asia/Tokyo=东京 大阪 京都 横滨 名古屋 日本 Osaka Kyoto Yokohama Japan
        Asia/Seoul=首尔 釜山 韩国 Busan Korea
        Asia/Singapore=新加坡
        Asia/Bangkok=曼谷 泰国 Thailand
        Asia/Kuala_Lumpur=吉隆坡 马来西亚
        Asia/Jakarta=雅加达
        Asia/Manila=马尼拉 菲律宾
        Asia/Ho_Chi_Minh=胡志明市 河内 越南 Hanoi Saigon Vietnam
        Asia/Kolkata=孟买 新德里 德里 加尔各答 班加罗尔 印度 Mumbai Delhi New_Delhi Bangalore Bengaluru Chennai Hyderabad India
        Asia/Dubai=迪拜 Abu_Dhabi 阿联酋
        Asia/Tehran=德黑兰
        Asia/Jerusalem=耶路撒冷 Tel_Aviv 以色列
        Europe/Istanbul=伊斯坦布尔 安卡拉 Ankara
        Europe/London=伦敦 曼彻斯特 爱丁堡 英国 Manchester Edinburgh Birmingham Liverpool England UK
        Europe/Dublin=都柏林 爱尔兰 Ireland
        Europe/Paris=巴黎 里昂 马赛 法国 Lyon Marseille Nice France
        Europe/Berlin=柏林 慕尼黑 汉堡 法兰克福 科隆 德国 Munich Hamburg Frankfurt Cologne Stuttgart Germany
        Europe/Madrid=马德里 巴塞罗那 西班牙 Barcelona Seville Spain
        Europe/Rome=罗马 米兰 威尼斯 佛罗伦萨 意大利 Milan Venice Florence Naples Turin Italy
        Europe/Vienna=维也纳 奥地利 Austria
        Europe/Zurich=苏黎世 日内瓦 瑞士 Geneva Basel Bern Switzerland
        Europe/Amsterdam=阿姆斯特丹 荷兰 Rotterdam Netherlands
        Europe/Brussels=布鲁塞尔 比利时 Antwerp Belgium
        Europe/Stockholm=斯德哥尔摩 瑞典 Gothenburg Sweden
        Europe/Oslo=奥斯陆 挪威 Norway
        Europe/Copenhagen=哥本哈根 丹麦 Denmark
        Europe/Helsinki=赫尔辛基 芬兰 Finland
        Europe/Warsaw=华沙 波兰 Krakow Poland
        Europe/Prague=布拉格 捷克
        Europe/Budapest=布达佩斯 匈牙利 Hungary
        Europe/Lisbon=里斯本 Porto
        Europe/Athens=雅典 希腊 Greece
        Europe/Kyiv=基辅 Kiev
        Europe/Moscow=莫斯科 Saint_Petersburg
        Africa/Cairo=开罗 埃及
        Africa/Johannesburg=约翰内斯堡 开普敦 Cape_Town
        Africa/Lagos=拉各斯
        Africa/Nairobi=内罗毕
        America/New_York=纽约 华盛顿 波士顿 费城 迈阿密 亚特兰大 Boston Washington Philadelphia Miami Atlanta NYC
        America/Chicago=芝加哥 休斯顿 达拉斯 Houston Dallas Austin Minneapolis
        America/Denver=丹佛 盐湖城 Salt_Lake_City
        America/Los_Angeles=洛杉矶 旧金山 西雅图 圣地亚哥 硅谷 拉斯维加斯 San_Francisco Seattle San_Diego San_Jose Las_Vegas Portland
        America/Toronto=多伦多 渥太华 蒙特利尔 Montreal Ottawa
        America/Vancouver=温哥华
        America/Mexico_City=墨西哥城
        America/Sao_Paulo=圣保罗 里约热内卢 Rio_de_Janeiro
        America/Argentina/Buenos_Aires=布宜诺斯艾利斯
        America/Bogota=波哥大
        America/Lima=利马
        Australia/Sydney=悉尼 堪培拉 Canberra
        Australia/Melbourne=墨尔本
        Australia/Brisbane=布里斯班
        Australia/Perth=珀斯
        Pacific/Auckland=奥克兰 惠灵顿 Wellington
        Pacific/Honolulu=檀香山 夏威夷 Hawaii
        UTC=UTC GMT 世界时 协调世界时
        """;
}
