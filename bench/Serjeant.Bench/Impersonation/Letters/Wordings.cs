using Serjeant.Bench.Impersonation.Names;

namespace Serjeant.Bench.Impersonation.Letters;

/// <summary>The languages that members of the rosters are written to in.</summary>
internal static class Wordings
{
    private static readonly Dictionary<string, Wording> Known = new(StringComparer.Ordinal)
    {
        ["en"] = new(
            ["{0} MP", "Rt Hon {0} MP", "Dr {0}", "The Hon. {0}", "Hon {0} MP", "Sir {0}", "Minister {0}", "{0}, Member of Parliament"],
            ["Office of {0}", "The Office of {0} MP", "{0} MP Office", "{0}'s office"],
            ["Private Secretary to {0}", "PS to {0}", "Principal Private Secretary to {0} MP", "Parliamentary Private Secretary to {0}"],
            ["assistant to {0}", "PA to {0}", "for {0} MP", "on behalf of {0}", "chief of staff to {0}"],
            ["Member of Parliament", "Parliamentary office", "MP (private)", "Committee member"],
            ["I am writing on behalf of {0}.", "{0} has asked me to write to you.", "I work in the office of {0} and write for them.", "I am getting in touch for {0} MP."],
            "Dear {0},",
            ["Thursday's meeting", "A quick word", "Draft for comment", "Committee paper", "Are you free later?", "Tomorrow's statement", "Delegation list", "A short question"],
            ["I hope you had a good week.", "I hope this finds you well.", "It was good to see you on the terrace the other day.", "Apologies for writing from my own account, I am travelling.", "I am using this mailbox while the other one is being moved."],
            ["Could you let me know whether you are around at {0}?", "Would you look over the draft, paragraph {1} above all, and tell me what you think?", "Have you had the chance to read page {1} of the paper?", "I would like to hear your view before {0}.", "Could you tell me who else is on the list? I count {1} so far.", "Do you have ten minutes around {0} to talk it through?", "Please send me the version you have, mine ends at page {1}."],
            ["Many thanks", "Best wishes", "Kind regards", "With thanks", "All the best"]),
        ["fr"] = new(
            ["M. {0}", "{0}, député", "Mme la députée {0}", "Dr {0}", "Monsieur le ministre {0}"], ["Cabinet de {0}", "Bureau de {0}", "Secrétariat de {0}"],
            ["Secrétaire particulier de {0}", "Chef de cabinet de {0}"], ["assistante de {0}", "collaborateur de {0}", "pour {0}"], ["Député", "Membre du Parlement", "Bureau parlementaire"],
            ["Je vous écris au nom de {0}.", "{0} m'a demandé de vous contacter.", "Je vous écris de la part de {0}."], "Bonjour {0},",
            ["Réunion de jeudi", "Une question", "Projet de texte", "Note de la commission"], ["J'espère que vous allez bien.", "Je suis en déplacement et vous écris d'ici."],
            ["Seriez-vous disponible vers {0} ?", "Pourriez-vous relire la page {1} et me dire ce que vous en pensez ?", "Pouvez-vous m'envoyer votre version ? La mienne s'arrête page {1}."], ["Bien à vous", "Cordialement", "Merci d'avance"]),
        ["it"] = new(
            ["On. {0}", "Onorevole {0}", "Dott. {0}", "Avv. {0}", "{0}, deputato"], ["Ufficio di {0}", "Segreteria {0}", "Segreteria dell'On. {0}"],
            ["Segretario particolare di {0}", "Segreteria particolare di {0}"], ["assistente di {0}", "collaboratore di {0}", "per {0}"], ["Deputato", "Membro del Parlamento", "Ufficio parlamentare"],
            ["Le scrivo per conto di {0}.", "{0} mi ha chiesto di scriverLe.", "Scrivo a nome di {0}."], "Gentile {0},",
            ["Riunione di giovedì", "Una domanda", "Bozza", "Nota della commissione"], ["Spero che stia bene.", "Sono in viaggio e scrivo da qui."],
            ["È libera verso le {0}?", "Potrebbe rileggere la pagina {1} e dirmi cosa ne pensa?", "Mi manda la Sua versione? La mia finisce a pagina {1}."], ["Cordiali saluti", "Grazie mille", "Un caro saluto"]),
        ["sv"] = new(
            ["{0}, riksdagsledamot", "Riksdagsledamot {0}", "Statsrådet {0}"], ["{0}s kansli", "Kansliet för {0}"], ["Sekreterare åt {0}", "Politisk sekreterare till {0}"], ["assistent till {0}", "för {0}"],
            ["Riksdagsledamot", "Ledamot"], ["Jag skriver på uppdrag av {0}.", "Jag skriver för {0}."], "Hej {0},",
            ["Mötet på torsdag", "En kort fråga", "Utkast"], ["Hoppas allt är bra.", "Jag är på resande fot och skriver härifrån."], ["Har du tid vid {0}?", "Kan du läsa sidan {1} och säga vad du tycker?", "Kan du skicka din version? Min slutar på sidan {1}."], ["Vänliga hälsningar", "Tack på förhand", "Hälsningar"]),
        ["nb"] = new(
            ["{0}, stortingsrepresentant", "Stortingsrepresentant {0}", "Statsråd {0}"], ["{0}s kontor", "Kontoret til {0}"], ["Sekretær for {0}", "Politisk rådgiver for {0}"], ["assistent for {0}", "for {0}"],
            ["Stortingsrepresentant", "Representant"], ["Jeg skriver på vegne av {0}.", "{0} har bedt meg skrive til deg."], "Hei {0},",
            ["Møtet torsdag", "Et kort spørsmål", "Utkast"], ["Håper alt står bra til.", "Jeg er på reise og skriver herfra."], ["Har du tid rundt {0}?", "Kan du lese side {1} og si hva du mener?", "Kan du sende din versjon? Min slutter på side {1}."], ["Vennlig hilsen", "På forhånd takk", "Hilsen"]),
        ["et"] = new(
            ["{0}, Riigikogu liige", "Riigikogu liige {0}", "Minister {0}"], ["{0} büroo", "{0} kantselei"], ["{0} nõunik", "{0} abi"], ["{0} assistent", "{0} nimel"],
            ["Riigikogu liige", "Saadik"], ["Kirjutan Teile {0} nimel.", "{0} palus mul Teile kirjutada."], "Tere {0},",
            ["Neljapäevane koosolek", "Lühike küsimus", "Mustand"], ["Loodan, et Teil läheb hästi.", "Olen reisil ja kirjutan siit."], ["Kas Teil on kell {0} aega?", "Kas vaataksite üle lehekülje {1}?", "Palun saatke oma versioon, minu oma lõpeb leheküljega {1}."], ["Parimate soovidega", "Tänan ette", "Tervitades"]),
        ["bg"] = new(
            ["г-н {0}", "{0}, народен представител", "Народен представител {0}", "д-р {0}", "Министър {0}"], ["Кабинет на {0}", "Офис на {0}", "Канцелария на {0}"], ["Личен секретар на {0}", "Началник на кабинета на {0}"], ["сътрудник на {0}", "от името на {0}"],
            ["Народен представител", "Депутат"], ["Пиша Ви от името на {0}.", "Пиша по поръчение на {0}."], "Здравейте, {0},",
            ["Срещата в четвъртък", "Кратък въпрос", "Проект"], ["Надявам се, че сте добре.", "Пътувам и пиша оттук."], ["Имате ли време около {0}?", "Бихте ли прегледали страница {1}?", "Изпратете ми Вашата версия, моята свършва на страница {1}."], ["Поздрави", "Благодаря предварително", "С уважение"]),
        ["ru"] = new(
            ["депутат {0}", "{0}, депутат", "господин {0}", "министр {0}"], ["Офис {0}", "Приёмная {0}", "Канцелярия {0}"], ["Личный секретарь {0}", "Помощник {0}"], ["помощник {0}", "от имени {0}"],
            ["Депутат", "Член парламента"], ["Пишу Вам от имени {0}.", "Пишу по поручению {0}."], "Здравствуйте, {0},",
            ["Встреча в четверг", "Короткий вопрос", "Черновик"], ["Надеюсь, у Вас всё хорошо.", "Я в поездке и пишу отсюда."], ["Есть ли у Вас время около {0}?", "Не могли бы Вы посмотреть страницу {1}?", "Пришлите Вашу версию, моя кончается на странице {1}."], ["С уважением", "Заранее спасибо", "Всего доброго"]),
        ["el"] = new(
            ["{0}, βουλευτής", "Βουλευτής {0}", "κ. {0}", "Υπουργός {0}"], ["Γραφείο {0}", "Γραφείο του {0}"], ["Ιδιαίτερος γραμματέας {0}", "Γραμματέας του {0}"], ["βοηθός του {0}", "εκ μέρους του {0}"],
            ["Βουλευτής", "Μέλος του Κοινοβουλίου"], ["Σας γράφω εκ μέρους του {0}.", "Σας γράφω για λογαριασμό του {0}."], "Αγαπητέ {0},",
            ["Η συνάντηση της Πέμπτης", "Μια ερώτηση", "Σχέδιο"], ["Ελπίζω να είστε καλά."], ["Είστε ελεύθερος γύρω στις {0};", "Μπορείτε να δείτε τη σελίδα {1};", "Στείλτε μου τη δική σας εκδοχή, η δική μου τελειώνει στη σελίδα {1}."], ["Ευχαριστώ", "Με εκτίμηση"]),
        ["ar"] = new(
            ["النائب {0}", "معالي {0}", "الدكتور {0}", "السيد {0}"], ["مكتب {0}", "مكتب النائب {0}"], ["السكرتير الخاص لـ {0}", "سكرتير {0}"], ["مساعد {0}", "نيابة عن {0}"],
            ["عضو البرلمان", "نائب"], ["أكتب إليكم نيابة عن {0}.", "أكتب إليكم باسم {0}."], "عزيزي {0}،",
            ["اجتماع الخميس", "سؤال قصير", "مسودة"], ["أرجو أن تكونوا بخير."], ["هل لديكم وقت حوالي الساعة {0}؟", "هل يمكنكم مراجعة الصفحة {1}؟", "أرسلوا لي نسختكم، نسختي تنتهي عند الصفحة {1}."], ["مع الشكر", "مع أطيب التحيات"]),
        ["he"] = new(
            ["ח\"כ {0}", "חבר הכנסת {0}", "ד\"ר {0}", "השר {0}"], ["לשכת {0}", "לשכת ח\"כ {0}"], ["מזכיר אישי של {0}", "ראש הלשכה של {0}"], ["עוזר של {0}", "בשם {0}"],
            ["חבר כנסת", "חבר פרלמנט"], ["אני כותב אליך בשם {0}.", "אני פונה אליך מטעם {0}."], "שלום {0},",
            ["הפגישה ביום חמישי", "שאלה קצרה", "טיוטה"], ["אני מקווה ששלומך טוב."], ["האם יש לך זמן בסביבות {0}?", "תוכל לעבור על עמוד {1}?", "שלח לי את הגרסה שלך, שלי נגמרת בעמוד {1}."], ["תודה", "בברכה"]),
        ["zh"] = new(
            ["立法委員{0}", "{0}議員", "{0}委員", "{0}先生", "部長{0}"], ["{0}辦公室", "{0}國會辦公室"], ["{0}秘書", "{0}私人秘書"], ["{0}助理", "代表{0}"],
            ["立法委員", "國會議員"], ["我代表{0}寫信給您。", "受{0}委託與您聯繫。"], "{0}您好：",
            ["週四的會議", "一個小問題", "草稿"], ["希望您一切都好。"], ["您{0}左右有空嗎？", "能否請您看一下第{1}頁？", "請把您的版本寄給我，我的到第{1}頁為止。"], ["謝謝", "順祝安好"]),
        ["ko"] = new(
            ["{0} 의원", "국회의원 {0}", "{0} 국회의원", "{0} 장관"], ["{0} 의원실", "국회의원 {0} 사무실"], ["{0} 의원 비서", "{0} 비서관"], ["{0} 의원 보좌관", "{0} 의원 대신"],
            ["국회의원", "의원실"], ["{0} 의원을 대신하여 연락드립니다.", "{0} 의원실에서 연락드립니다."], "{0}님 안녕하세요,",
            ["목요일 회의", "짧은 질문", "초안"], ["잘 지내시지요."], ["{0}쯤 시간 있으신가요?", "{1}쪽을 검토해 주실 수 있을까요?", "가지고 계신 판을 보내 주세요. 제 것은 {1}쪽에서 끝납니다."], ["감사합니다", "고맙습니다"]),
        ["ja"] = new(
            ["{0}議員", "{0}氏", "{0}大臣"], ["{0}事務所", "{0}議員事務所"], ["{0}秘書", "{0}議員秘書"], ["{0}代理", "{0}の秘書"],
            ["国会議員", "議員"], ["{0}の代理でご連絡しております。", "{0}議員に代わってご連絡いたします。"], "{0}様",
            ["木曜日の会議", "短い質問", "草案"], ["お元気のことと存じます。"], ["{0}頃お時間はありますか。", "{1}ページをご確認いただけますか。", "お手元の版をお送りください。私のは{1}ページまでです。"], ["ありがとうございます", "よろしくお願いいたします"]),
    };

    /// <summary>What mail in a name of this script is written in: the country's language where the script is its own, else the script's largest.</summary>
    public static Wording Of(Script script, string country) => Known[script switch
    {
        Script.Cyrillic => country == "bg" ? "bg" : "ru",
        Script.Greek => "el",
        Script.Arabic => "ar",
        Script.Hebrew => "he",
        Script.Han => "zh",
        Script.Hangul => "ko",
        Script.Kana => "ja",
        _ => country is "fr" or "it" or "sv" or "nb" or "et" ? country : "en",
    }];
}
