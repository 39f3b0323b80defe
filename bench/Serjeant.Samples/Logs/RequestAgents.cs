namespace Serjeant.Samples.Logs;

/// <summary>What programs call themselves, as W3C logs write it.</summary>
internal sealed class RequestAgents
{
    public string[] Phones { get; } =
    [
        "Apple-iPhone12C1/1806.83", "Apple-iPhone13C2/1807.69", "Apple-iPad8C1/1806.83", "Android-SAMSUNG-SM-G991B/11", "Android-Mail/2021.07.11.385",
        "Outlook-iOS-Android/1.0", "Outlook-iOS/723.4027091.prod.iphone+(4.2130.0)", "TouchDown(MSRPC)/8.4.00086/", "Android/11-EAS-2.0",
    ];

    public string[] Outlooks { get; } =
    [
        "Microsoft+Office/16.0+(Windows+NT+10.0;+Microsoft+Outlook+16.0.13801;+Pro)", "Microsoft+Office/16.0+(Windows+NT+10.0;+Microsoft+Outlook+16.0.4266;+Pro)",
        "Microsoft+Office/15.0+(Windows+NT+6.1;+Microsoft+Outlook+15.0.5371;+Pro)", "Outlook/16.0.13801.20738;+(Windows+10;+x64)",
    ];

    public string[] Services { get; } =
    [
        "MacOutlook/16.51.21071101+(Intelx64+Mac+OS+X+Version+11.5.1+(Build+20G80))", "Mac+OS+X/11.5.1+(20G80)+CalendarAgent/930.5.1", "ExchangeServicesClient/15.00.0913.015",
        "Microsoft+Office/16.0+(Windows+NT+10.0;+Microsoft+Outlook+16.0.13801;+Pro)", "SkypeForBusiness/16.0.13801.20738+(Windows+10)", "Apache-HttpClient/4.5.13+(Java/11.0.11)",
        "curl/7.68.0", "python-requests/2.25.1", "Exchange/15.20/EWS/Java", "OC/16.0.13801.20738+(Skype+for+Business)",
    ];

    public string[] Browsers { get; } =
    [
        "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/92.0.4515.131+Safari/537.36",
        "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/92.0.4515.131+Safari/537.36+Edg/92.0.902.73",
        "Mozilla/5.0+(Windows+NT+10.0;+WOW64;+Trident/7.0;+rv:11.0)+like+Gecko", "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64;+rv:91.0)+Gecko/20100101+Firefox/91.0",
        "Mozilla/5.0+(Macintosh;+Intel+Mac+OS+X+10_15_7)+AppleWebKit/605.1.15+(KHTML,+like+Gecko)+Version/14.1.2+Safari/605.1.15",
        "Mozilla/5.0+(iPhone;+CPU+iPhone+OS+14_7_1+like+Mac+OS+X)+AppleWebKit/605.1.15+(KHTML,+like+Gecko)+Version/14.1.2+Mobile/15E148+Safari/604.1",
        "Mozilla/5.0+(X11;+Linux+x86_64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/51.0.2704.103+Safari/537.36",
    ];

    public string[] Robots { get; } =
    [
        "Mozilla/5.0+(compatible;+Googlebot/2.1;++http://www.google.com/bot.html)", "Mozilla/5.0+(compatible;+bingbot/2.0;++http://www.bing.com/bingbot.htm)",
        "DuckDuckBot/1.0;+(+http://duckduckgo.com/duckduckbot.html)", "Mozilla/5.0+(compatible;+YandexBot/3.0;++http://yandex.com/bots)",
        "Mozilla/5.0+(compatible;+Baiduspider/2.0;++http://www.baidu.com/search/spider.html)", "facebookexternalhit/1.1+(+http://www.facebook.com/externalhit_uatext.php)",
        "Mozilla/5.0+(compatible;+CensysInspect/1.1;++https://about.censys.io/)", "Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)",
    ];
}
